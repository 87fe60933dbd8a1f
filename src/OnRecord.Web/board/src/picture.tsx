import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { address, ahead, useAnswer } from './api';
import { Chosen, HappeningLine, provinceHeld } from './chosen';
import { useBoard } from './context';
import { between, long, near, plus, span, stamp } from './days';
import { ConflictMap, type Hit } from './map';
import { change, to } from './route';
import { sideColour } from './theme';
import type { Control, Frame, Rec } from './types';
import { Nothing, Swatch, Trouble } from './ui';
import { figure, many } from './words';

const WINDOWS: [string, string][] = [['1', 'that day'], ['7', '7 days'], ['30', '30 days'], ['4000', 'all days']];
const USUAL_WINDOW = '7';
const STEPS_AHEAD = 3;
// Days around the one shown, by key: a day, a week.
const AROUND = [-1, 1, -7, 7, -2, 2];
const MOST_SIDES = 6;
const NARROW = 900;
const USUAL_LINES = 40;
// Not before the frame that shows the day has been drawn.
const AHEAD_AFTER_MS = 20;

export const frameUrl = (asOf: string | undefined, known: string | undefined, days: string | undefined, area: string | undefined): string => address('frame', { asOf, known, days: days ?? USUAL_WINDOW, area });

export function Picture() {
  const { rec, version, asOf, known, area, query } = useBoard();
  const days = query.days ?? USUAL_WINDOW;
  const { value: frame, problem } = useAnswer<Frame>(frameUrl(asOf, known, days, area), version);
  const [hover, setHover] = useState<Hit | null>(null);

  // The days ahead are fetched before they are asked for, so that the slider need not wait: the next steps of the same width, then the days around.
  const before = useRef({ asOf, known: known ?? rec.last! });
  useEffect(() => {
    const now = { asOf, known: known ?? rec.last! };
    const [shown, as] = [between(before.current.asOf, now.asOf), between(before.current.known, now.known)];
    before.current = now;
    const steps: [shown: number, as: number][] = [];
    if (shown || as) for (let i = 1; i <= STEPS_AHEAD; i++) steps.push([i * shown, i * as]);
    for (const step of AROUND) steps.push(as ? [0, step] : [step, 0]);
    if (!shown && !as) for (const step of AROUND) if (step < 0) steps.push([0, step]);
    const likely = steps.map(([by, on]) => ({ asOf: plus(now.asOf, by), known: plus(now.known, on) })).filter((day) => day.asOf >= rec.first! && day.asOf <= rec.last! && day.known >= rec.first!);
    const later = setTimeout(() => ahead(likely.map((day) => frameUrl(day.asOf, day.known < rec.last! ? day.known : undefined, days, area))), AHEAD_AFTER_MS);
    return () => clearTimeout(later);
  }, [asOf, known, days, area, version]);

  return (
    <div class="picture">
      <h1 class="unseen">Picture of {long(asOf)}</h1>
      <div class="stage">
        <MapView frame={frame} hover={setHover} />
        {hover && frame && <Cursor hit={hover} frame={frame} />}
        <Legend frame={frame} />
      </div>
      <aside class="side" aria-label="What the map shows" data-frame={frame && stamp(frame.asOf, frame.known)}>
        {problem && <Trouble what={problem} />}
        {frame && (query.sel ? <Chosen frame={frame} /> : <Lists frame={frame} days={days} />)}
      </aside>
    </div>
  );
}

function MapView({ frame, hover }: { frame?: Frame; hover: (hit: Hit | null) => void }) {
  const { rec, query } = useBoard();
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<ConflictMap | null>(null);
  const latest = useRef({ frame, sel: query.sel });
  const [trouble, setTrouble] = useState<string>();
  latest.current = { frame, sel: query.sel };
  useEffect(() => {
    const made = new ConflictMap(holder.current!, rec, (hit) => change({ sel: hit.key, tab: undefined }), hover,
      () => setTrouble('This browser cannot move the map or bring it closer; the lists beside it hold all of it.'));
    map.current = made;
    if (latest.current.frame) made.show(latest.current.frame, latest.current.sel);
    return () => {
      made.leave();
      map.current = null;
    };
  }, []);
  // In the frame in which the lists change.
  useLayoutEffect(() => {
    if (frame) map.current?.show(frame, query.sel);
  }, [frame, query.sel]);
  return (
    <>
      <div class="map" ref={holder} />
      {trouble && <Trouble what={trouble} />}
    </>
  );
}

/** What is at the pointer, in short. */
function Cursor({ hit, frame }: { hit: Hit; frame: Frame }) {
  const text = said(hit, frame);
  if (!text) return null;
  const right = hit.x > 320;
  return (
    <div class="cursor" aria-hidden="true" style={{ top: `${hit.y + 14}px`, left: right ? 'auto' : `${hit.x + 16}px`, right: right ? `calc(100% - ${hit.x - 12}px)` : 'auto' }}>
      <strong>{text.name}</strong>
      {text.lines.map((line) => <span key={line}>{line}</span>)}
      {text.references > 0 && <em>{many(text.references, 'reference')}: click to read</em>}
    </div>
  );
}

function said(hit: Hit, frame: Frame): { name: string; lines: string[]; references: number } | null {
  if (hit.kind === 'cluster') return { name: many(hit.count ?? 0, 'happening'), lines: [], references: 0 };
  if (hit.kind === 'happening') {
    const h = frame.happenings.find((one) => one.id === hit.key);
    return h ? { name: h.line, lines: [span(h.from, h.to, frame.asOf), h.standing.said], references: h.entries.length } : null;
  }
  if (hit.kind === 'place') {
    const place = frame.places.find((one) => one.place.key === hit.key);
    return place ? { name: place.place.name, lines: [held(place, frame.asOf), place.now?.standing.said ?? ''].filter(Boolean), references: place.now?.entries.length ?? 0 } : null;
  }
  const [, name = ''] = hit.key.split('/');
  const province = frame.provinces.find((one) => `${one.country}/${one.name}` === hit.key);
  return { name, lines: [province ? provinceHeld(province) : 'nothing on record about who holds it'], references: province?.entries.length ?? 0 };
}

const held = ({ now }: Control, asOf: string): string =>
  !now ? 'not known who holds it now' : `${now.holder?.name ?? 'changed hands, to whom is not said'}${now.by ? ` since ${near(now.by, asOf)}${now.from === now.by ? '' : ' at the latest'}` : ''}${now.contested ? ', contested' : ''}`;

function Legend({ frame }: { frame?: Frame }) {
  const { rec } = useBoard();
  const sides = (passes: (country: string | undefined) => boolean): Set<number | undefined> =>
    new Set(frame?.provinces.filter((p) => passes(p.country)).map((p) => p.side).concat(frame.places.filter((p) => passes(p.place.country)).map((p) => p.now?.holder?.side)));
  const here = sides((country) => !rec.main || country === rec.main);
  const all = sides(() => true);
  const near = rec.sides.filter((side) => here.has(side.number)).slice(0, MOST_SIDES);
  const far = rec.sides.filter((side) => !here.has(side.number) && all.has(side.number)).slice(0, Math.max(2, MOST_SIDES - near.length));
  const name = (side: Rec['sides'][number]) => <li key={side.key}><Swatch side={side.number} /> {side.name}{ofCountry(rec, side.key)}</li>;
  return (
    <details class="legend" open={innerWidth > NARROW}>
      <summary>Legend</summary>
      <ul>
        {near.map(name)}
        {far.length > 0 && near.length > 0 && <li class="elsewhere">Elsewhere</li>}
        {far.map(name)}
        <li class="elsewhere">On the map</li>
        <li><span class="swatch hatched" style={{ backgroundColor: sideColour(undefined) }} aria-hidden="true" /> disputed or fought over</li>
        <li><span class="swatch blank" aria-hidden="true" /> not known</li>
        <li><span class="ring harm" aria-hidden="true" /> harm to people, by how many</li>
        <li><span class="ring" aria-hidden="true" /> other happenings</li>
      </ul>
      <p>A province goes by the last word about it or its capital.</p>
    </details>
  );
}

// "military" alone does not say whose.
function ofCountry(rec: Rec, key: string): string {
  const [code, role] = key.split('/');
  const country = role && rec.countries.find((one) => one.code === code)?.name;
  return country ? `, ${country}` : '';
}

function Lists({ frame, days }: { frame: Frame; days: string }) {
  const { query, area } = useBoard();
  const tab = query.tab === 'control' ? 'control' : 'lately';
  const held = frame.places.filter((p) => p.now);
  return (
    <>
      <div class="counts">
        <a href={to('commitments', { state: 'pending' })}><strong>{figure(frame.commitments.pending ?? 0)}</strong> running</a>
        <a href={to('commitments', { state: 'met' })}><strong>{frame.commitments.met}</strong> met</a>
        <a href={to('commitments', { state: 'broken' })}><strong>{frame.commitments.broken}</strong> broken</a>
        <a href={to('disagreements')}><strong>{frame.disagreements}</strong> disagreed</a>
      </div>
      <div class="tabs" role="tablist" aria-label="Lists">
        <Tab name="lately" chosen={tab} text={`What happened (${frame.happenings.length + frame.happeningsLeftOut})`} />
        <Tab name="control" chosen={tab} text={`Who holds what (${held.length})`} />
      </div>
      <div class="list" role="tabpanel" id={`list-${tab}`} aria-labelledby={`tab-${tab}`} tabIndex={0}>
        <Area area={area} />
        {tab === 'lately' ? <Lately frame={frame} days={days} /> : <Holders frame={frame} />}
      </div>
    </>
  );
}

/** Narrows the lists down to a country; a finer area comes by the address or a link. */
function Area({ area }: { area?: string }) {
  const { rec } = useBoard();
  const named = rec.countries.some((one) => one.name === area);
  const options = useMemo(() => rec.countries.map((one) => <option key={one.code} value={one.name}>{one.name} ({figure(one.statements)})</option>), [rec]);
  return (
    <label class="filter">Where
      <select value={area ?? ''} onChange={(e) => change({ area: e.currentTarget.value || undefined, sel: undefined })}>
        <option value="">everywhere</option>
        {area && !named && <option value={area}>{area}</option>}
        {options}
      </select>
    </label>
  );
}

const Tab = ({ name, chosen, text }: { name: string; chosen: string; text: string }) => (
  <button type="button" role="tab" id={`tab-${name}`} aria-controls={`list-${name}`} aria-selected={chosen === name} tabIndex={chosen === name ? 0 : -1}
    onClick={() => change({ tab: name === 'lately' ? undefined : name }, true)}
    onKeyDown={(e) => {
      if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
      const other = (e.currentTarget.nextElementSibling ?? e.currentTarget.previousElementSibling) as HTMLElement | null;
      other?.click();
      other?.focus();
    }}>
    {text}
  </button>
);

function Lately({ frame, days }: { frame: Frame; days: string }) {
  const [most, setMost] = useState(USUAL_LINES);
  return (
    <>
      <p class="window">
        <span>Shown:</span>
        {WINDOWS.map(([value, text]) => (
          <button type="button" key={value} class="chip" aria-pressed={days === value} onClick={() => change({ days: value === USUAL_WINDOW ? undefined : value })}>{text}</button>
        ))}
      </p>
      {frame.happenings.length === 0 && <Nothing>The record knows of nothing that happened in these days.</Nothing>}
      <ul class="lines">{frame.happenings.slice(0, most).map((h) => <HappeningLine key={h.id} h={h} asOf={frame.asOf} />)}</ul>
      {frame.happenings.length > most && <p class="more">{many(frame.happenings.length - most, 'more', 'more')} <button type="button" class="quiet" onClick={() => setMost(frame.happenings.length)}>show them</button></p>}
      {frame.happeningsLeftOut > 0 && frame.happenings.length <= most && <p class="more">and {many(frame.happeningsLeftOut, 'more', 'more')} of less weight</p>}
    </>
  );
}

/** The map as a table. */
function Holders({ frame }: { frame: Frame }) {
  return (
    <table class="holders">
      <caption class="unseen">Who holds what on {long(frame.asOf)}</caption>
      <thead><tr><th scope="col">Place</th><th scope="col">Holder</th><th scope="col">Since</th></tr></thead>
      <tbody>
        {[...frame.places].sort((a, b) => (b.now?.by ?? '').localeCompare(a.now?.by ?? '')).map((one) => (
          <tr key={one.place.key}>
            <th scope="row">
              <button type="button" class="link" onClick={() => change({ sel: one.place.key })}>{one.place.name}</button>
              {one.place.kind === 'admin1' ? <small>province</small> : one.place.admin1 && one.place.admin1 !== one.place.name && <small>{one.place.admin1}</small>}
            </th>
            <td>
              {one.now ? <><Swatch side={one.now.holder?.side} hatched={one.now.contested || one.now.standing.standing === 'disputed'} /> {one.now.holder?.name ?? 'not said'}{one.now.contested ? ', contested' : ''}</> : <span class="unknown">not known</span>}
            </td>
            <td>{one.now?.by ? near(one.now.by, frame.asOf) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
