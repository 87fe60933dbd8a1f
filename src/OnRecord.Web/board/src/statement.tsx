import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useAnswer } from './api';
import { useBoard } from './context';
import { long } from './days';
import { cameFrom, to } from './route';
import type { Article, Mark, Statement } from './types';
import { Trouble } from './ui';
import { FIELDS, MODES, label, many } from './words';

// Where fields share words, the field that stands first here colours them.
const ORDER = ['trigger', 'agent', 'patient', 'place', 'quantity', 'deadline', 'time', 'source', 'stance', 'mode', 'polarity'];

export function StatementPage() {
  const { version, id } = useBoard();
  const { value: s, problem } = useAnswer<Statement>(`/api/statements/${encodeURIComponent(id!)}`, version);
  if (problem) return <div class="page"><h1>Not on record</h1><Trouble what={problem} /></div>;
  if (!s) return <div class="page" aria-busy="true" />;
  return (
    <div class="statement">
      <article class="paper">
        <p><a class="up" href={to('statements')} onClick={(e) => { if (cameFrom('/statements')) { e.preventDefault(); history.back(); } }}>← Statements</a></p>
        {s.article ? <Paper article={s.article} s={s} /> : <p>The article is not on record.</p>}
      </article>
      <aside aria-label="The statement">
        <h1>{s.polarity === 'negative' && <em class="not">not </em>}{label(s.type)} <small>{MODES[s.mode]}</small></h1>
        <dl class="fields">
          {fields(s).map(([field, text]) => (
            <div key={field}><dt><span class={`key f-${field}`} aria-hidden="true" />{FIELDS[field]}</dt><dd>{text}</dd></div>
          ))}
        </dl>
        <h2>By whose word</h2>
        <Voices s={s} />
        {s.partOf.length > 0 && (
          <>
            <h2>Part of</h2>
            <ul class="part-of">
              {s.partOf.map((part) => (
                <li key={part.kind + part.id}><small>{part.kind === 'control' ? 'who holds what' : part.kind}</small> <a href={partUrl(part.kind, part.id)}>{part.line}</a></li>
              ))}
            </ul>
          </>
        )}
        {s.article && s.article.statements.length > 1 && (
          <>
            <h2>{many(s.article.statements.length, 'statement')} in this report</h2>
            <ol class="others">
              {s.article.statements.map((other) => (
                <li key={other.id}>
                  <a href={to('statements', {}, other.id)} aria-current={other.id === s.id ? 'true' : undefined} data-keep>
                    {other.polarity === 'negative' ? 'not ' : ''}{label(other.type)}{other.mode === 'actual' ? '' : ` (${MODES[other.mode]})`}
                    <small>{s.article!.text.slice(other.triggerStart, other.triggerEnd)}</small>
                  </a>
                </li>
              ))}
            </ol>
          </>
        )}
      </aside>
    </div>
  );
}

const partUrl = (kind: string, id: string): string => (kind === 'commitment' ? to('commitments', { sel: id }) : kind === 'disagreement' ? to('disagreements') : to('', { sel: id, days: '4000', asOf: undefined, known: undefined }));

function fields(s: Statement): [string, string][] {
  const all: [string, string | undefined][] = [
    ['trigger', label(s.type)],
    ['agent', s.agents.map((p) => p.name).join(', ')],
    ['patient', s.patients.map((p) => p.name).join(', ')],
    ['place', s.place ? [s.place.name, s.place.admin1 !== s.place.name ? s.place.admin1 : '', s.placeUnresolved ? `(${s.placeUnresolved})` : ''].filter(Boolean).join(', ') : ''],
    ['quantity', s.quantity],
    ['time', s.from || s.to ? (s.from === s.to ? long(s.from!) : `${s.from ? long(s.from) : '…'} – ${s.to ? long(s.to) : '…'}`) : ''],
    ['deadline', s.deadline ? long(s.deadline) : ''],
    ['source', s.chain.filter((v) => v.kind === 'origin' || v.kind === 'relay').map((v) => v.name).join(' ← ')],
    ['mode', MODES[s.mode]],
    ['polarity', s.polarity === 'negative' ? 'no' : ''],
    ['stance', s.stance === 'none' ? '' : s.stance],
  ];
  return all.filter((pair): pair is [string, string] => !!pair[1]);
}

/** The report with the words of each field in its colour. */
function Paper({ article, s }: { article: Article; s: Statement }) {
  const chosen = useRef<HTMLElement>(null);
  useEffect(() => {
    chosen.current?.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [s.id]);
  const pieces = useMemo(() => cut(article.text, s.marks, s.start, s.end), [article, s]);
  return (
    <>
      <header>
        <p class="meta"><span>{article.outlet ?? 'an outlet not named'}</span>{article.published && <time dateTime={article.published}>{long(article.published)}</time>}{article.agency && article.agency !== article.outlet && <span>{article.agency}</span>}</p>
        {article.title && <p class="headline">{article.title}</p>}
        {article.byline && <p class="meta">{article.byline}</p>}
        {article.url && <p class="meta"><span class="address">{article.url}</span></p>}
      </header>
      <div class="text" ref={chosen as never}>
        {pieces.map((piece, i) => {
          const text = piece.field ? <mark key={i} class={`f-${piece.field}`} title={FIELDS[piece.field]}>{piece.text}</mark> : piece.text;
          return piece.inside ? <span key={i} class="clause">{text}</span> : text;
        })}
      </div>
      {article.copies.length > 0 && (
        <footer><h2>The same story elsewhere</h2><p class="meta">Counts as one origin.</p><ul>{article.copies.map((copy) => <li key={copy.id}>{copy.outlet ?? 'not named'}{copy.published ? `, ${long(copy.published)}` : ''}: {copy.title}</li>)}</ul></footer>
      )}
    </>
  );
}

interface Piece { text: string; field?: string; inside: boolean }

function cut(text: string, marks: Mark[], start: number, end: number): Piece[] {
  const inText = marks.filter((m) => m.start >= 0 && m.end <= text.length);
  const edges = [...new Set([0, start, end, text.length, ...inText.flatMap((m) => [m.start, m.end])])].filter((n) => n >= 0 && n <= text.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const until = edges[i + 1]!;
    const field = inText.filter((m) => m.start <= from && m.end >= until).map((m) => m.field).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0];
    return { text: text.slice(from, until), field, inside: from >= start && until <= end };
  });
}

/** The chain of sources, drawn: who said it first, who passed it on, who printed it. */
function Voices({ s }: { s: Statement }) {
  const titles: Record<string, string> = { origin: 'said by', relay: 'passed on by', agency: 'sent by', outlet: 'printed by' };
  return (
    <ol class="voices">
      {s.chain.map((voice, i) => (
        <li key={i} class={`v-${voice.kind}`}><small>{voice.kind === 'origin' && s.chain.length === 1 ? 'in its own voice' : titles[voice.kind]}</small><strong>{voice.name}</strong>{voice.role && <span>{voice.role}</span>}{i === 0 && s.stance !== 'none' && <em>{s.stance}</em>}</li>
      ))}
      {(s.article?.copies.length ?? 0) > 0 && <li class="v-copies"><small>copied by</small><strong>{many(s.article!.copies.length, 'other report')}</strong></li>}
    </ol>
  );
}
