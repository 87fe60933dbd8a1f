import { Component } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { address, at, get, useAnswer, type Query } from './api';
import { useBoard } from './context';
import { change, to } from './route';
import type { Facets, Row, Rows } from './types';
import { Nothing, Trouble } from './ui';
import { MODES, STANCES, figure, label, many, upper } from './words';

const ROW = 36;
const WINDOW = 200;
// Few rows at a time: what has to be drawn in one frame stays small.
const BLOCK = 5;
const BLOCK_HEIGHT = ROW * BLOCK;
// Blocks that are there above and below those in sight.
const MARGIN = 2;
// Windows that are fetched before they are in sight.
const AHEAD = 2;
const TYPING_MS = 220;
const FACETS = ['type', 'mode', 'stance', 'actor', 'area', 'source'] as const;
const NAMES: Record<string, string> = { type: 'What', mode: 'How it is meant', stance: 'How the source stands to it', actor: 'Who', area: 'Where', source: 'By whose word' };
const USUAL_VALUES = 7;

export function Statements() {
  const { version, query } = useBoard();
  const asked: Query = useMemo(() => ({ q: query.q, type: query.type, mode: query.mode, stance: query.stance, actor: query.actor, area: query.area, source: query.source, known: query.known }), [query]);
  const { value: facets, problem } = useAnswer<Facets>(address('facets', asked), version);
  const [words, setWords] = useState(query.q ?? '');
  const typing = useRef(0);
  const typed = useRef(query.q ?? '');
  useEffect(() => {
    if ((query.q ?? '') !== typed.current) setWords((typed.current = query.q ?? ''));
  }, [query.q]);
  const type = (text: string): void => {
    setWords(text);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => { typed.current = text.trim(); change({ q: text.trim() || undefined }, true); }, TYPING_MS) as unknown as number;
  };
  const chosen = FACETS.filter((name) => query[name]);
  // On a narrow screen what narrows down covers the table until something is chosen.
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [asked]);
  return (
    <div class="statements">
      <aside class={open ? 'facets open' : 'facets'} aria-label="Narrow down">
        <h1 class="unseen">Statements</h1>
        <label class="search">
          <span class="unseen">Search the statements</span>
          <input type="search" value={words} maxLength={200} placeholder="Words, names, places …" onInput={(e) => type(e.currentTarget.value)} />
        </label>
        <p class="total" role="status">{facets ? many(facets.total, 'statement') : '…'}</p>
        {chosen.length > 0 && (
          <p class="chosen-facets">
            {chosen.map((name) => <button type="button" key={name} class="chip" aria-pressed="true" onClick={() => change({ [name]: undefined })}>{name === 'mode' ? MODES[query[name]!] ?? query[name] : name === 'stance' ? STANCES[query[name]!] ?? query[name] : label(query[name]!)} <span aria-hidden="true">✕</span><span class="unseen">, take away</span></button>)}
          </p>
        )}
        {problem && <Trouble what={problem} />}
        <button type="button" class="chip fold" aria-expanded={open} onClick={() => setOpen(!open)}>Narrow down</button>
        {facets?.items.filter((facet) => facet.values.length > 0).map((facet) => <FacetBox key={facet.name} name={facet.name} values={facet.values} chosen={query[facet.name]} />)}
      </aside>
      {facets && <Table asked={asked} total={facets.total} version={version} />}
    </div>
  );
}

function FacetBox({ name, values, chosen }: { name: string; values: Facets['items'][number]['values']; chosen?: string }) {
  const [all, setAll] = useState(false);
  const most = Math.max(...values.map((v) => v.count));
  return (
    <fieldset>
      <legend>{NAMES[name] ?? name}</legend>
      {(all ? values : values.slice(0, USUAL_VALUES)).map((v) => (
        <button type="button" key={v.value} class="facet" aria-pressed={chosen === v.value} onClick={() => change({ [name]: chosen === v.value ? undefined : v.value })}>
          <span class="share" style={{ width: `${(100 * v.count) / most}%` }} aria-hidden="true" />
          <span class="value">{name === 'mode' ? upper(MODES[v.value] ?? v.value) : name === 'stance' ? (STANCES[v.value] ?? v.label) : v.label}</span>
          <span class="count">{figure(v.count)}</span>
        </button>
      ))}
      {values.length > USUAL_VALUES && <button type="button" class="quiet" onClick={() => setAll(!all)}>{all ? 'fewer' : `all ${values.length}`}</button>}
    </fieldset>
  );
}

interface Span { first: number; last: number; ahead: number }

/** Rows come and go by the block, so that scrolling within a block is the browser's work alone; they are fetched by the window, the next ones before they are in sight. */
function Table({ asked, total, version }: { asked: Query; total: number; version: string }) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(600);
  const [span, setSpan] = useState<Span>({ first: 0, last: 2 * MARGIN, ahead: 1 });
  const [, redraw] = useState(0);
  const [at0, setAt0] = useState(0);
  const key = JSON.stringify(asked) + version;
  const blocks = Math.ceil(total / BLOCK);

  // Always as many blocks: what scrolls out at one end comes in again at the other.
  const look = (top: number): void => setSpan((old) => {
    const count = Math.ceil(height.current / BLOCK_HEIGHT) + 1 + 2 * MARGIN;
    const first = Math.max(0, Math.min(blocks - count, Math.floor(top / BLOCK_HEIGHT) - MARGIN));
    const last = first + count - 1;
    return first === old.first && last === old.last ? old : { first, last, ahead: first < old.first ? -1 : 1 };
  });
  useEffect(() => {
    box.current!.scrollTop = 0;
    setAt0(0);
    look(0);
  }, [key]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      height.current = entry!.contentRect.height;
      if (box.current) look(box.current.scrollTop);
    });
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, [blocks]);

  const url = (window: number): string => address('statements', { ...asked, limit: WINDOW, offset: window * WINDOW });
  useEffect(() => {
    let gone = false;
    const [from, to] = [Math.floor((span.first * BLOCK) / WINDOW), Math.floor((span.last * BLOCK + BLOCK - 1) / WINDOW)];
    for (let window = from - (span.ahead < 0 ? AHEAD : 0); window <= to + (span.ahead > 0 ? AHEAD : 0); window++)
      if (window >= 0 && window * WINDOW < total && !at(url(window))) void get<Rows>(url(window)).then(() => !gone && window >= from && window <= to && redraw((n) => n + 1)).catch(() => null);
    return () => { gone = true; };
  }, [span, key]);

  const move = (e: KeyboardEvent): void => {
    const page = Math.floor(height.current / ROW);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
    const step = steps[e.key];
    if (step === undefined) return;
    e.preventDefault();
    const next = Math.min(total - 1, Math.max(0, at0 + step));
    setAt0(next);
    const y = next * ROW;
    if (y < box.current!.scrollTop) box.current!.scrollTop = y;
    else if (y + ROW * 2 > box.current!.scrollTop + height.current) box.current!.scrollTop = y - height.current + ROW * 2;
    look(box.current!.scrollTop);
    requestAnimationFrame(() => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus()));
  };

  const shown = [];
  for (let block = span.first; block <= Math.min(span.last, blocks - 1); block++) {
    const from = block * BLOCK;
    shown.push(<Block key={block % (span.last - span.first + 1)} from={from} count={Math.min(BLOCK, total - from)} rows={at<Rows>(url(Math.floor(from / WINDOW)))?.items} focus={at0 >= from && at0 < from + BLOCK ? at0 : -1} />);
  }
  return (
    <div class="table" ref={box} role="table" aria-label="Statements" aria-rowcount={total + 1} aria-colcount={7} onScroll={(e) => look(e.currentTarget.scrollTop)} onKeyDown={move}>
      <div class="row head" role="row" aria-rowindex={1}>
        {['Day', 'What', 'Who', 'To whom or what', 'Where', 'By whose word', 'The words'].map((name) => <span role="columnheader" key={name}>{name}</span>)}
      </div>
      {total === 0 && <Nothing>No statement has all of this.</Nothing>}
      <div role="rowgroup" class="body" style={{ height: `${total * ROW}px` }}>{shown}</div>
    </div>
  );
}

interface BlockProps { from: number; count: number; rows?: Row[]; focus: number }

/** Rows that come and go together; drawn again only where something in them is another. */
class Block extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    const { from, count, rows, focus } = this.props;
    return next.from !== from || next.count !== count || next.rows !== rows || next.focus !== focus;
  }

  override render({ from, count, rows, focus }: BlockProps) {
    return (
      <div class="block" role="presentation" style={{ transform: `translateY(${from * ROW}px)` }}>
        {Array.from({ length: count }, (_, i) => <Line key={i} index={from + i} row={rows?.[(from + i) % WINDOW]} focus={focus === from + i} />)}
      </div>
    );
  }
}

const Line = ({ index, row, focus }: { index: number; row?: Row; focus: boolean }) => (
  <div class={row ? 'row' : 'row waiting'} role="row" aria-rowindex={index + 2} data-row={index}>
    {row ? (
      <>
        <span role="cell"><time dateTime={row.known}>{row.known}</time></span>
        <span role="cell">{row.polarity === 'negative' && <em class="not">not </em>}{label(row.type)}{row.mode !== 'actual' && <small class="mode">{MODES[row.mode]}</small>}</span>
        <span role="cell">{row.agent}</span>
        <span role="cell">{row.quantity ? <b>{row.quantity} </b> : null}{row.quantity?.endsWith(row.patient) ? '' : row.patient}</span>
        <span role="cell">{row.place}</span>
        <span role="cell">{row.source || row.outlet}{row.stance !== 'none' && row.stance !== 'said' && <small class="mode">{row.stance}</small>}</span>
        <span role="cell"><a href={to('statements', {}, row.id)} tabIndex={focus ? 0 : -1}>{row.words || 'open'}</a></span>
      </>
    ) : <span role="cell">…</span>}
  </div>
);
