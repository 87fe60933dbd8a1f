import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { address, at, get, useAnswer, type Query } from './api';
import { useBoard } from './context';
import { change, to } from './route';
import { ROW, Lines } from './rows';
import type { Facets, Rows } from './types';
import { Nothing, Trouble } from './ui';
import { MODES, STANCES, figure, label, many, upper } from './words';

const WINDOW = 200;
const FOCUS_TRIES = 60;
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
          <span class="value">{name === 'mode' ? upper(MODES[v.value] ?? v.value) : name === 'stance' ? (STANCES[v.value] ?? v.label) : name === 'type' ? label(v.value) : v.label}</span>
          <span class="count">{figure(v.count)}</span>
        </button>
      ))}
      {values.length > USUAL_VALUES && <button type="button" class="quiet" onClick={() => setAll(!all)}>{all ? 'fewer' : `all ${values.length}`}</button>}
    </fieldset>
  );
}

/** Rows are fetched by the window, the next ones before they are in sight, and shown by nodes that are used again: while it scrolls nothing else is drawn anew. */
function Table({ asked, total, version }: { asked: Query; total: number; version: string }) {
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(asked) + version;
  const rows = useRef<Lines | null>(null);
  const height = useRef(600);

  useEffect(() => {
    const url = (window: number): string => address('statements', { ...asked, limit: WINDOW, offset: window * WINDOW });
    const urls = Array.from({ length: Math.ceil(total / WINDOW) }, (_, window) => url(window));
    const [before, after] = to('statements', {}, '*').split('*') as [string, string];
    const table = new Lines(body.current!, total, (index) => at<Rows>(urls[Math.floor(index / WINDOW)]!)?.items[index % WINDOW], (id) => before + encodeURIComponent(id) + after);
    rows.current = table;
    const [shown, list] = [box.current!, body.current!];
    const asking = new Set<string>();
    let [gone, last] = [false, 0];
    const look = (): void => {
      if (gone) return;
      const [first, end] = table.look(shown.scrollTop);
      const back = first < last;
      last = first;
      const [from, until] = [Math.floor(first / WINDOW) - (back ? AHEAD : 0), Math.floor(end / WINDOW) + (back ? 0 : AHEAD)];
      for (const url of urls.slice(Math.max(0, from), until + 1)) {
        if (at(url) || asking.has(url)) continue;
        asking.add(url);
        void get(url).then(look).catch(() => null).then(() => asking.delete(url));
      }
    };
    const watch = new ResizeObserver(() => {
      if (gone || !shown.isConnected) return;
      height.current = shown.clientHeight - ROW;
      table.resize(shown.clientHeight, [...shown.querySelectorAll<HTMLElement>('.head > span')].map((cell) => cell.offsetWidth), shown.scrollTop);
      look();
    });
    watch.observe(shown);
    shown.addEventListener('scroll', look, { passive: true });
    return () => {
      gone = true;
      watch.disconnect();
      shown.removeEventListener('scroll', look);
      list.replaceChildren();
    };
  }, [key, total]);
  // What is asked for anew begins at the top.
  const before = useRef(key);
  useEffect(() => {
    if (before.current !== key) box.current!.scrollTop = 0;
    before.current = key;
  }, [key]);

  const move = (e: KeyboardEvent): void => {
    const table = rows.current!;
    const page = Math.floor(height.current / ROW);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
    const step = steps[e.key];
    if (step === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    table.at = Math.min(total - 1, Math.max(0, table.at + step));
    const y = table.at * ROW;
    const view = box.current!;
    if (y < view.scrollTop) view.scrollTop = y;
    else if (y + ROW > view.scrollTop + height.current) view.scrollTop = y - height.current + ROW;
    table.look(view.scrollTop, true);
    const focus = (tries: number): void => {
      const link = table.link(table.at);
      if (link) link.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(FOCUS_TRIES);
  };
  // The whole row leads to its statement, and its words can be marked.
  const press = (e: MouseEvent): void => {
    const row = (e.target as Element).closest('.row');
    if (!row || (e.target as Element).closest('a') || !getSelection()?.isCollapsed) return;
    row.querySelector('a')!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey }));
  };
  return (
    <div class="table" ref={box} role="table" aria-label="Statements" aria-rowcount={total + 1} aria-colcount={7} tabIndex={-1} onKeyDown={move}>
      <div class="row head" role="row" aria-rowindex={1}>
        {['Day', 'What', 'Who', 'To whom or what', 'Where', 'By whose word', 'The words'].map((name) => <span role="columnheader" key={name}>{name}</span>)}
      </div>
      {total === 0 && <Nothing>No statement has all of this.</Nothing>}
      <div role="rowgroup" class="body" ref={body} style={{ height: `${total * ROW}px` }} onClick={press} onFocusIn={(e) => { const index = rows.current!.of(e.target as Element); if (index >= 0) rows.current!.at = index; }} />
    </div>
  );
}
