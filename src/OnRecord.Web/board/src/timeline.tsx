import { useEffect, useRef, useState } from 'preact/hooks';
import { address, useAnswer } from './api';
import { useBoard } from './context';
import { between, clamp, isDay, iso, long, month, number, plus, short, span } from './days';
import { change } from './route';
import { sideColour } from './theme';
import type { Lane, LaneMark, LaneSpan, Timeline } from './types';
import { Badge, Nothing, References, Swatch, Trouble } from './ui';
import { label, many } from './words';

const LANE = 30;
const MOST_LANES = 60;
const LEAST_DAYS = 3;
const MONTHS_FROM = 120;
const TICK = 68;

export function TimelinePage() {
  const { rec, version, asOf, known, area, query } = useBoard();
  const by = query.by === 'actor' ? 'actor' : 'place';
  const { value, problem } = useAnswer<Timeline>(address('timeline', { asOf, known, area, by, limit: MOST_LANES }), version);
  const first = clamp(isDay(query.from) ? query.from : rec.first!, rec.first!, rec.last!);
  const last = clamp(isDay(query.to) ? query.to : rec.last!, first, plus(rec.last!, 1));
  const days = Math.max(1, between(first, last) + 1);
  const table = query.as === 'table';

  const look = (from: number, count: number, replace = false): void => {
    const whole = between(rec.first!, rec.last!) + 1;
    const wide = Math.min(whole, Math.max(Math.min(LEAST_DAYS, whole), Math.round(count)));
    const start = Math.min(Math.max(Math.round(from), number(rec.first!)), number(rec.last!) - wide + 1);
    const all = wide >= whole;
    change({ from: all ? undefined : iso(start), to: all ? undefined : iso(start + wide - 1) }, replace);
  };
  const zoom = (factor: number): void => look(number(first) + (days - days * factor) / 2, days * factor);

  return (
    <div class="page timeline wide">
      <h1>Timeline <small>{long(first)} – {long(last)}</small></h1>
      <div class="window" role="group" aria-label="Lanes">
        <button type="button" class="chip" aria-pressed={by === 'place'} onClick={() => change({ by: undefined, sel: undefined })}>By place</button>
        <button type="button" class="chip" aria-pressed={by === 'actor'} onClick={() => change({ by: 'actor', sel: undefined })}>By actor</button>
        <span class="gap" />
        <button type="button" class="chip" onClick={() => zoom(0.5)} disabled={days <= LEAST_DAYS}>Closer</button>
        <button type="button" class="chip" onClick={() => zoom(2)} disabled={days >= between(rec.first!, rec.last!) + 1}>Wider</button>
        <button type="button" class="chip" onClick={() => look(number(first) - days / 2, days)} aria-label="Earlier">←</button>
        <button type="button" class="chip" onClick={() => look(number(first) + days / 2, days)} aria-label="Later">→</button>
        <span class="gap" />
        <button type="button" class="chip" aria-pressed={table} onClick={() => change({ as: table ? undefined : 'table' })}>As a table</button>
        {area && <button type="button" class="chip" onClick={() => change({ area: undefined })}>Only {area} ✕</button>}
      </div>
      {problem && <Trouble what={problem} />}
      {value && value.lanes.length === 0 && <Nothing>The record knows of nothing in these days.</Nothing>}
      {value && !table && <Lanes value={value} first={first} days={days} look={look} />}
      {value && table && <LaneTable value={value} first={first} last={last} />}
      {value && value.lanesLeftOut > 0 && <p class="more">and {many(value.lanesLeftOut, 'more', 'more')} with less on record; narrow the area to see them</p>}
    </div>
  );
}

function Lanes({ value, first, days, look }: { value: Timeline; first: string; days: number; look: (from: number, count: number, replace?: boolean) => void }) {
  const { asOf, query } = useBoard();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(200, entry!.contentRect.width)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const day = width / days;
  const x = (d: string): number => between(first, d) * day;

  // With Ctrl the wheel comes closer at the pointer; a drag moves along.
  const wheel = (e: WheelEvent): void => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    const at = (e.clientX - box.current!.getBoundingClientRect().left) / day;
    const factor = e.deltaY > 0 ? 1.25 : 0.8;
    look(number(first) + at - at * factor, days * factor, true);
  };
  const drag = (e: PointerEvent): void => {
    if (e.button !== 0 || (e.target as Element).closest('[data-sel]')) return;
    const [from, at] = [number(first), e.clientX];
    const follow = (m: PointerEvent): void => look(from - (m.clientX - at) / day, days, true);
    const release = (): void => { removeEventListener('pointermove', follow); removeEventListener('pointerup', release); };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', release);
  };

  const ticks = days > MONTHS_FROM ? months(first, days, Math.ceil(TICK / (day * 30))) : Array.from({ length: Math.ceil(days / Math.max(1, Math.ceil(TICK / day))) }, (_, i) => plus(first, i * Math.max(1, Math.ceil(TICK / day))));
  const found = query.sel ? find(value, query.sel) : null;
  return (
    <>
      <div class="lanes">
        <div class="axis"><span /><svg width="100%" height="22" aria-hidden="true">{ticks.map((d) => <text key={d} x={x(d) + 2} y="15">{days > MONTHS_FROM ? month(d) : short(d)}</text>)}</svg></div>
        <div class="rows" onWheel={wheel}>
          <ul class="names">{value.lanes.map((lane) => <li key={lane.key} style={{ height: `${LANE}px` }} title={lane.under ?? ''}><span>{lane.name}</span>{lane.under && <small>{lane.under}</small>}</li>)}</ul>
          <div ref={box} class="drawn" onPointerDown={drag}>
            <svg width={width} height={value.lanes.length * LANE} role="group" aria-label={`${value.lanes.length} lanes; the same stands in the table`}>
              {ticks.map((d) => <line key={d} class="grid" x1={x(d)} x2={x(d)} y1={0} y2={value.lanes.length * LANE} />)}
              {value.lanes.map((lane, i) => <LaneDrawn key={lane.key} lane={lane} y={i * LANE} x={x} day={day} width={width} chosen={query.sel} />)}
              <line class="now" x1={x(asOf) + day} x2={x(asOf) + day} y1={0} y2={value.lanes.length * LANE} />
            </svg>
          </div>
        </div>
      </div>
      {found && <Found found={found} />}
    </>
  );
}

function LaneDrawn({ lane, y, x, day, width, chosen }: { lane: Lane; y: number; x: (d: string) => number; day: number; width: number; chosen?: string }) {
  const { asOf } = useBoard();
  const open = (id: string) => ({
    'data-sel': id, tabindex: 0, role: 'button' as const,
    onClick: () => change({ sel: id }),
    onKeyDown: (e: KeyboardEvent) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); change({ sel: id }); } },
  });
  return (
    <g transform={`translate(0 ${y})`}>
      <line class="lane" x1={0} x2={width} y1={LANE - 0.5} y2={LANE - 0.5} />
      {lane.spans.map((s) => {
        const left = Math.max(-2, x(s.from ?? s.by));
        const right = Math.min(width + 2, s.until ? x(s.until) : x(asOf) + day);
        if (right < 0 || left > width) return null;
        const uncertain = s.standing === 'disputed' || s.contested;
        return (
          <g key={s.id} {...open(s.id)} aria-label={`${lane.name}: ${s.holder ?? 'changed hands'} from ${short(s.by)}`}>
            <rect class={`span${chosen === s.id ? ' chosen' : ''}${uncertain ? ' unsure' : ''}`} x={left} y={5} width={Math.max(3, right - left)} height={LANE - 11} rx="3" fill={sideColour(s.side)} />
            <title>{`${s.holder ?? 'changed hands, to whom is not said'}, ${span(s.from, s.by)}${s.until ? ` until ${short(s.until)}` : ''}; ${s.standing}`}</title>
          </g>
        );
      })}
      {lane.marks.map((m) => {
        const at = x(m.to) + day / 2;
        if (at < -8 || at > width + 8) return null;
        return (
          <g key={m.id} {...open(m.id)} aria-label={m.line}>
            <circle class={`mark${m.harm > 0 ? ' harm' : ''}${chosen === m.id ? ' chosen' : ''}`} cx={at + jitter(m.id, day)} cy={LANE / 2 - 0.5} r={m.harm > 0 ? Math.min(11, 3.5 + Math.sqrt(m.harm)) : 3.5} />
            <title>{`${m.line} (${span(m.from, m.to)}; ${m.standing})`}</title>
          </g>
        );
      })}
    </g>
  );
}

// The first days of every so many months.
function months(first: string, days: number, every: number): string[] {
  const found: string[] = [];
  for (let day = `${plus(`${first.slice(0, 7)}-01`, first.endsWith('-01') ? 0 : 32).slice(0, 7)}-01`, n = 0; between(first, day) < days; day = `${plus(day, 32).slice(0, 7)}-01`, n++) if (n % every === 0) found.push(day);
  return found;
}

// What happened on one day stands side by side.
function jitter(id: string, day: number): number {
  let sum = 0;
  for (let i = 4; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 997;
  return (sum / 997 - 0.5) * Math.min(day * 0.7, 40);
}

type FoundItem = { lane: Lane; span?: LaneSpan; mark?: LaneMark };

function find(value: Timeline, sel: string): FoundItem | null {
  for (const lane of value.lanes) {
    const s = lane.spans.find((one) => one.id === sel);
    if (s) return { lane, span: s };
    const m = lane.marks.find((one) => one.id === sel);
    if (m) return { lane, mark: m };
  }
  return null;
}

const Found = ({ found: { lane, span: s, mark: m } }: { found: FoundItem }) => (
  <section class="found" aria-label="Chosen" aria-live="polite">
    <button type="button" class="back" onClick={() => change({ sel: undefined })}>✕ Close</button>
    {s && <h2><Swatch side={s.side} /> {lane.name}: {s.holder ?? 'changed hands'} <small>{span(s.from, s.by)}{s.until ? ` until ${short(s.until)}` : ''}</small> <Badge standing={s.standing} /></h2>}
    {m && <h2>{m.line} <small>{span(m.from, m.to)}</small> <Badge standing={m.standing} /></h2>}
    <References ids={(s ?? m)!.entries} />
  </section>
);

const LaneTable = ({ value, first, last }: { value: Timeline; first: string; last: string }) => (
  <table class="plain">
    <caption class="unseen">The timeline as a table</caption>
    <thead><tr><th scope="col">Place or actor</th><th scope="col">Day</th><th scope="col">What</th><th scope="col">Standing</th></tr></thead>
    <tbody>
      {value.lanes.flatMap((lane) => [
        ...lane.spans.map((s) => ({ id: s.id, day: s.by, what: `${s.holder ?? 'changed hands, to whom is not said'}${s.until ? `, until ${short(s.until)}` : ''}`, standing: s.standing, lane })),
        ...lane.marks.map((m) => ({ id: m.id, day: m.to, what: `${m.line} (${label(m.type)})`, standing: m.standing, lane })),
      ].filter((row) => row.day >= first && row.day <= last).sort((a, b) => a.day.localeCompare(b.day)).map((row, i) => (
        <tr key={`${lane.key} ${row.id}`}>{i === 0 ? <th scope="row">{lane.name}</th> : <td />}<td>{short(row.day)}</td><td>{row.what}</td><td><Badge standing={row.standing} /></td></tr>
      )))}
    </tbody>
  </table>
);
