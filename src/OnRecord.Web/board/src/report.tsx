import { useState } from 'preact/hooks';
import { address, useAnswer } from './api';
import { useBoard } from './context';
import { isDay, long } from './days';
import { change, to } from './route';
import type { Report } from './types';
import { Nothing, Trouble } from './ui';
import { many } from './words';

const LINES = 12;
const ALL_LINES = 200;

export function ReportPage() {
  const { rec, version, asOf, known, area, query } = useBoard();
  const asked = { asOf, known, area, from: isDay(query.from) ? query.from : undefined, to: isDay(query.to) ? query.to : undefined, limit: query.all ? ALL_LINES : LINES };
  const { value, problem } = useAnswer<Report>(address('report', asked), version);
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    try {
      const text = await (await fetch(address('report.md', asked))).text();
      await navigator.clipboard.writeText(text);
      setCopied('Copied');
    } catch {
      setCopied('Could not copy; take the file instead');
    }
    setTimeout(() => setCopied(''), 4000);
  };
  const entry = new Map(value?.references.map((r) => [r.number, r]));
  return (
    <div class="page report">
      <h1>Situation report <small>as of {long(asOf)}{known ? `, as known on ${long(known)}` : ''}{area ? `, ${area}` : ''}{asked.from || asked.to ? `, published ${[asked.from && `from ${long(asked.from)}`, asked.to && `to ${long(asked.to)}`].filter(Boolean).join(' ')}` : ''}</small></h1>
      <form class="ask" onSubmit={(e) => e.preventDefault()}>
        <label>Area <input list="areas" value={area ?? ''} maxLength={120} placeholder="everywhere" onChange={(e) => change({ area: e.currentTarget.value.trim() || undefined })} /></label>
        <datalist id="areas">{rec.countries.map((c) => <option key={c.code} value={c.name} />)}</datalist>
        <label>Published from <input type="date" min={rec.first} max={rec.last} value={asked.from ?? ''} onChange={(e) => change({ from: e.currentTarget.value || undefined })} /></label>
        <label>to <input type="date" min={rec.first} max={rec.last} value={asked.to ?? ''} onChange={(e) => change({ to: e.currentTarget.value || undefined })} /></label>
        <label class="check"><input type="checkbox" checked={!!query.all} onChange={(e) => change({ all: e.currentTarget.checked ? '1' : undefined })} /> every line</label>
        <span class="gap" />
        <span class="actions">
        <button type="button" class="chip" onClick={() => print()}>Print</button>
        <button type="button" class="chip" onClick={() => void copy()}>Copy as Markdown</button>
        <a class="chip" href={address('report.md', asked)} download="situation-report.md">Markdown file</a>
        </span>
        <span role="status">{copied}</span>
      </form>
      {problem && <Trouble what={problem} />}
      {value?.sections.map((section) => (
        <section key={section.key} aria-labelledby={`s-${section.key}`}>
          <h2 id={`s-${section.key}`}>{section.title}</h2>
          {section.nothing && <Nothing>{section.nothing}</Nothing>}
          <ul>
            {section.lines.map((line, i) => (
              <li key={i}>{line.text} {line.references.map((n) => <a key={n} class="ref" href={`#ref-${n}`} title={entry.get(n)?.words ?? ''} aria-label={`reference ${n}`}>{n}</a>)}</li>
            ))}
          </ul>
          {section.leftOut > 0 && <p class="more">and {many(section.leftOut, 'more', 'more')} <button type="button" class="quiet" onClick={() => change({ all: '1' })}>show all</button></p>}
        </section>
      ))}
      {value && value.references.length > 0 && (
        <section class="sources" aria-labelledby="s-refs">
          <h2 id="s-refs">References</h2>
          <ol>
            {value.references.map((r) => (
              <li key={r.number} id={`ref-${r.number}`} value={r.number}>
                <a href={to('statements', {}, r.entry)}>“{r.words ?? r.entry}”</a> <span class="meta"><span>{r.outlet ?? 'an outlet not named'}</span>{r.published && <time dateTime={r.published}>{long(r.published)}</time>}{r.title && <span>{r.title}</span>}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
