import { useEffect, useRef } from 'preact/hooks';
import { address, useAnswer } from './api';
import { useBoard } from './context';
import { near, span } from './days';
import { change, to } from './route';
import type { Control, Frame, Happening, Page, Province } from './types';
import { Badge, Nothing, References, Standing, Swatch } from './ui';
import { label, many } from './words';

export const provinceHeld = (p: Province): string => `${p.holder ?? 'changed hands, to whom is not said'}${p.by && p.by !== p.name ? `, by the word about ${p.by}` : ''}${p.state === 'held' || p.state === 'changed' ? '' : `, ${p.state}`}`;

export const HappeningLine = ({ h, asOf }: { h: Happening; asOf: string }) => (
  <li class={h.harm > 0 ? 'line harm' : 'line'}>
    <button type="button" onClick={() => change({ sel: h.id })}>
      <span class="what">{h.line}</span>
      <span class="meta">
        <time>{span(h.from, h.to, asOf)}</time>
        <Badge standing={h.standing.standing} said={h.standing.said} />
        <span class="refs">{many(h.entries.length, 'report')}</span>
      </span>
    </button>
  </li>
);

/** What was clicked: a province, a place or a happening, with the words it rests on. */
export function Chosen({ frame }: { frame: Frame }) {
  const { query } = useBoard();
  const sel = query.sel!;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [sel]);
  return (
    <div class="chosen">
      <button type="button" class="back" onClick={() => change({ sel: undefined })}>← All</button>
      {sel.startsWith('hap-') ? <ChosenHappening id={sel} frame={frame} heading={heading} /> : <ChosenPlace sel={sel} frame={frame} heading={heading} />}
    </div>
  );
}

type Heading = { heading: preact.RefObject<HTMLHeadingElement | null> };

function ChosenHappening({ id, frame, heading }: { id: string; frame: Frame } & Heading) {
  const { version, asOf, known } = useBoard();
  const near = frame.happenings.find((one) => one.id === id);
  const { value, loading } = useAnswer<Page<Happening>>(near ? null : address('happenings', { asOf, known, limit: 500 }), version);
  const h = near ?? value?.items.find((one) => one.id === id);
  if (!h) return <h2 ref={heading} tabIndex={-1}>{loading ? 'Looking …' : 'Not on record as of this day'}</h2>;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>{h.line}</h2>
      <p class="meta"><time>{span(h.from, h.to, asOf)}</time>{h.place && <span>{h.place.name}{h.place.admin1 && h.place.admin1 !== h.place.name ? `, ${h.place.admin1}` : ''}</span>}<span>{label(h.type)}</span></p>
      <Standing standing={h.standing} />
      <p class="why">{h.standing.why}</p>
      {h.numbers.length > 0 && <dl class="numbers">{h.numbers.map((n) => <div key={n.unit}><dt>{n.unit}</dt><dd>{n.text}</dd></div>)}</dl>}
      <References ids={h.entries} title="Said by" />
      {h.denials.length > 0 && <References ids={h.denials} title="Denied by" />}
    </>
  );
}

function ChosenPlace({ sel, frame, heading }: { sel: string; frame: Frame } & Heading) {
  const { version, asOf, known } = useBoard();
  const [country, admin1] = sel.includes('/') ? sel.split('/') : [];
  const province = admin1 ? frame.provinces.find((one) => one.country === country && one.name === admin1) : undefined;
  const here0 = frame.places.filter((one) => (admin1 ? one.place.country === country && one.place.admin1 === admin1 : one.place.key === sel));
  const happened = frame.happenings.find((one) => one.place?.key === sel)?.place;
  const name = admin1 ?? here0[0]?.place.name ?? happened?.name ?? sel;
  const { value: spans } = useAnswer<Page<Control>>(address('control', { asOf, known, area: name }), version);
  // The map knows who holds it now; the whole course is fetched.
  const control = here0.map((one) => spans?.items.find((whole) => whole.place.key === one.place.key) ?? { ...one, spans: one.now ? [one.now] : [] });
  const { value } = useAnswer<Page<Happening>>(address('happenings', { asOf, known, area: name, limit: 200 }), version);
  const here = value?.items.filter((h) => (admin1 ? h.place?.country === country : h.place?.key === sel)).reverse() ?? [];
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>{name}</h2>
      <p class="meta">{admin1 ? 'Province' : label(control[0]?.place.kind ?? happened?.kind ?? '')}<a href={to('timeline', { area: name })}>timeline</a><a href={to('report', { area: name })}>report</a></p>
      {province && <p class="holds"><Swatch side={province.side} hatched={province.state !== 'held'} /> {provinceHeld(province)}</p>}
      <h3>Who held it</h3>
      {control.length === 0 && <Nothing>Nothing on record about who holds it.</Nothing>}
      {control.map((one) => (
        <section key={one.place.key} class="spans">
          {admin1 && <h4>{one.place.name}</h4>}
          {[...one.spans].reverse().map((s) => (
            <article key={s.id} class={s.until ? 'spanned over' : 'spanned'}>
              <p class="holds"><Swatch side={s.holder?.side} hatched={s.contested} /> <strong>{s.holder?.name ?? 'changed hands, to whom is not said'}</strong> {s.by ? (s.from === s.by ? `from ${near(s.by, asOf)}` : `by ${near(s.by, asOf)}`) : ''}{s.until ? ` until ${near(s.until, asOf)}` : ''}{s.contested ? ', contested' : ''}</p>
              <Standing standing={s.standing} />
              <References ids={s.entries} />
            </article>
          ))}
          {!one.now && <p class="unknown">Not known who holds it now.</p>}
        </section>
      ))}
      <h3>What happened here</h3>
      {value && here.length === 0 && <Nothing>The record knows of nothing by this day.</Nothing>}
      <ul class="lines">{here.map((h) => <HappeningLine key={h.id} h={h} asOf={asOf} />)}</ul>
    </>
  );
}
