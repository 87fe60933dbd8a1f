import { useState } from 'preact/hooks';
import { address, useAll } from './api';
import { useBoard } from './context';
import { between, clamp, long, near } from './days';
import { change } from './route';
import type { Commitment } from './types';
import { Nothing, References, Trouble } from './ui';
import { MODES, STATES, figure, label, many } from './words';

const FRESH_DAYS = 2;
const USUAL_CARDS = 60;
const ORDER = ['pending', 'met', 'broken', 'lapsed', 'withdrawn'];

export function Commitments() {
  const { version, asOf, known, area, query } = useBoard();
  const { value, problem } = useAll<Commitment>(address('commitments', { asOf, known, area, limit: 500 }), version);
  const items = value ?? [];
  const [most, setMost] = useState(USUAL_CARDS);
  const state = query.state;
  const shown = items.filter((c) => !state || c.state === state).sort((a, b) => Number(fresh(b, asOf)) - Number(fresh(a, asOf)) || urgent(a, b));
  return (
    <div class="page commitments">
      <h1>Commitments <small>as of {long(asOf)}</small></h1>
      <p class="lead">What was announced, aimed at, threatened, promised, demanded, asked for or foreseen, and what became of it.</p>
      <p class="window" role="group" aria-label="State">
        <button type="button" class="chip" aria-pressed={!state} onClick={() => change({ state: undefined })}>All {figure(items.length)}</button>
        {ORDER.map((one) => (
          <button type="button" key={one} class={`chip st-${one}`} aria-pressed={state === one} onClick={() => change({ state: one })}>{STATES[one]} {items.filter((c) => c.state === one).length}</button>
        ))}
      </p>
      {problem && <Trouble what={problem} />}
      {value && shown.length === 0 && <Nothing>None by this day.</Nothing>}
      <ul class="cards">
        {shown.filter((c, i) => i < most || c.id === query.sel).map((c) => <Card key={c.id} c={c} asOf={asOf} open={query.sel === c.id} />)}
      </ul>
      {shown.length > most && <p class="more">{many(shown.length - most, 'more', 'more')} <button type="button" class="quiet" onClick={() => setMost(most + 5 * USUAL_CARDS)}>show more</button></p>}
    </div>
  );
}

// What was settled in the last days comes before all else.
const fresh = (c: Commitment, asOf: string): boolean => c.settled !== undefined && between(c.settled, asOf) <= FRESH_DAYS;

// What runs out first comes first; what is settled, the latest first.
function urgent(a: Commitment, b: Commitment): number {
  const rank = ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
  if (rank) return rank;
  if (a.state === 'pending') return (a.due ?? '9999').localeCompare(b.due ?? '9999') || b.said.localeCompare(a.said);
  return (b.settled ?? b.said).localeCompare(a.settled ?? a.said);
}

function Card({ c, asOf, open }: { c: Commitment; asOf: string; open: boolean }) {
  return (
    <li class={`card st-${c.state}`} id={c.id}>
      <button type="button" class="head" aria-expanded={open} onClick={() => change({ sel: open ? undefined : c.id })}>
        <span class={`state st-${c.state}`}>{STATES[c.state]}{c.timing ? `, ${c.timing}` : ''}</span>
        <span class="what">{c.line}</span>
        <span class="left">{left(c)}</span>
      </button>
      <p class="meta">
        <span>{MODES[c.mode]}</span><span>{label(c.type)}</span><span>{c.by}</span><span>said <time dateTime={c.said}>{near(c.said, asOf)}</time></span>
        {c.due && <span>due <time dateTime={c.due}>{near(c.due, asOf)}</time></span>}
        {c.place && <span>{c.place.name}</span>}
      </p>
      <Course c={c} asOf={asOf} />
      {open && (
        <div class="open">
          <References ids={c.entries} title="Said by" />
          {c.moved.length > 0 && <References ids={c.moved} title={c.state === 'pending' ? 'Under way' : `${STATES[c.state]} by`} />}
        </div>
      )}
    </li>
  );
}

function left(c: Commitment): string {
  if (c.state === 'pending') return c.daysLeft === undefined ? (c.moved.length > 0 ? 'under way' : 'no day set') : c.daysLeft < 0 ? 'its day has passed' : c.daysLeft === 0 ? 'due today' : `${many(c.daysLeft, 'day')} left`;
  return c.settled ? long(c.settled) : '';
}

/** From the saying to the day set, with the day shown and the day on which it was settled. */
function Course({ c, asOf }: { c: Commitment; asOf: string }) {
  const last = [c.due ?? '', c.settled ?? '', asOf].sort().at(-1)!;
  const days = Math.max(1, between(c.said, last));
  const x = (day: string): number => (100 * between(c.said, clamp(day, c.said, last))) / days;
  const end = c.settled ?? asOf;
  return (
    <svg class="course" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" x="0" y="4" width={c.due ? x(c.due) : 100} height="2" />
      <rect class="gone" x="0" y="4" width={x(end)} height="2" />
      {c.due && <rect class="due" x={Math.min(99.4, x(c.due))} y="1" width="0.6" height="8" />}
      {c.settled && <rect class="settled" x={Math.max(0, Math.min(98.8, x(c.settled) - 0.6))} y="0" width="1.2" height="10" />}
    </svg>
  );
}
