import { address, useAnswer } from './api';
import { useBoard } from './context';
import { long, span } from './days';
import { change } from './route';
import type { Disagreement, Page } from './types';
import { Nothing, References, Trouble } from './ui';
import { many, upper } from './words';

const KINDS: Record<string, string> = { holder: 'Who holds it', number: 'How many', denial: 'Whether it happened', stay: 'Stay or leave' };

export function Disagreements() {
  const { version, asOf, known, area, query } = useBoard();
  const { value, problem } = useAnswer<Page<Disagreement>>(address('disagreements', { asOf, known, area, limit: 200 }), version);
  const items = value?.items ?? [];
  const kind = query.kind;
  const shown = items.filter((d) => !kind || d.kind === kind);
  return (
    <div class="page disagreements">
      <h1>Disagreements <small>as of {long(asOf)}</small></h1>
      <p class="lead">Claims that cannot both hold, side by side, with those on whose word each stands.</p>
      <p class="window" role="group" aria-label="Kind">
        <button type="button" class="chip" aria-pressed={!kind} onClick={() => change({ kind: undefined })}>All {items.length}</button>
        {Object.entries(KINDS).map(([one, text]) => (
          <button type="button" key={one} class="chip" aria-pressed={kind === one} onClick={() => change({ kind: one })}>{text} {items.filter((d) => d.kind === one).length}</button>
        ))}
      </p>
      {problem && <Trouble what={problem} />}
      {value && shown.length === 0 && <Nothing>The record holds no claims that exclude each other by this day.</Nothing>}
      {shown.map((d) => (
        <article class="versus" key={d.id} id={d.id}>
          <h2>{d.about}</h2>
          <p class="meta">{!d.about.startsWith(KINDS[d.kind]!) && <span>{KINDS[d.kind]}</span>}<span>{span(d.from, d.to, asOf)}</span>{d.place && !d.about.includes(d.place.name) && <span>{d.place.name}</span>}</p>
          <div class="sides">
            {d.sides.map((side, i) => (
              <section key={i} aria-label={side.says}>
                <h3>{upper(side.says)}</h3>
                <p class="meta"><span>{side.by}</span><span>{many(side.origins, 'independent origin')}</span></p>
                <References ids={side.entries} />
              </section>
            ))}
          </div>
        </article>
      ))}
    </div>
  );
}
