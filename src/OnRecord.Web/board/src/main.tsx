import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { forget, get, same } from './api';
import { Commitments } from './commitments';
import { BoardContext } from './context';
import { DayBar } from './daybar';
import { clamp, isDay } from './days';
import { Disagreements } from './disagreements';
import { Picture, frameUrl } from './picture';
import { ReadPage, hand } from './read';
import { ReportPage } from './report';
import { change, followed, go, here, to, useRoute } from './route';
import { StatementPage } from './statement';
import { Statements } from './statements';
import { dress, isDark, wear } from './theme';
import { TimelinePage } from './timeline';
import type { Rec } from './types';
import { Trouble } from './ui';
import { many } from './words';

const PAGES: [string, string][] = [['', 'Picture'], ['timeline', 'Timeline'], ['commitments', 'Commitments'], ['disagreements', 'Disagreements'], ['statements', 'Statements'], ['report', 'Report'], ['read', 'Read']];
const WITH_DAYS = new Set(['', 'timeline', 'commitments', 'disagreements', 'report']);
const GROWN_WAIT_MS = 700;

function Shell() {
  const route = useRoute();
  const [rec, setRec] = useState<Rec>();
  const [problem, setProblem] = useState<string>();
  const [news, setNews] = useState<string>();
  const [dropping, setDropping] = useState(false);

  useEffect(() => {
    const fetched = (): void => void get<Rec>('/api/record').then((value) => {
      const { page, query } = here();
      // The last day was asked for before it was known which day that is.
      if (page === '' && value.last && !query.asOf) same(frameUrl(undefined, query.known, query.days, query.area), frameUrl(value.last, query.known, query.days, query.area));
      setRec(value);
      setProblem(undefined);
    }, (e: Error) => setProblem(e.message));
    fetched();
    const events = new EventSource('/api/events');
    let waiting = 0;
    events.addEventListener('record', (event) => {
      const { statements } = JSON.parse((event as MessageEvent<string>).data) as { statements: number };
      setNews(`The record has grown: ${many(statements, 'statement')}`);
      clearTimeout(waiting);
      waiting = setTimeout(() => { forget(); fetched(); }, GROWN_WAIT_MS) as unknown as number;
    });
    events.addEventListener('job', (event) => dispatchEvent(new CustomEvent('job', { detail: JSON.parse((event as MessageEvent<string>).data) })));
    return () => events.close();
  }, []);

  const title = PAGES.find(([page]) => page === route.page)?.[1];
  useEffect(() => {
    document.title = `${title ?? 'Not found'} · OnRecord`;
    // On a narrow screen the row of pages is wider than the screen.
    document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [title]);

  const page = rec && rec.first ? view(route.page, route.id) : null;
  const asOf = rec?.first && rec.last ? clamp(isDay(route.query.asOf) ? route.query.asOf : rec.last, rec.first, rec.last) : '';
  const known = rec?.last && isDay(route.query.known) && route.query.known < rec.last ? clamp(route.query.known, rec.first!, rec.last) : undefined;

  const drop = {
    onDragOver: (e: DragEvent) => {
      if (!e.dataTransfer?.types.includes('Files')) return;
      e.preventDefault();
      setDropping(true);
    },
    onDragLeave: (e: DragEvent) => {
      if (!(e.currentTarget as Element).contains(e.relatedTarget as Node | null)) setDropping(false);
    },
    onDrop: (e: DragEvent) => {
      if (!e.dataTransfer?.files.length) return;
      e.preventDefault();
      setDropping(false);
      void hand([...e.dataTransfer.files]);
      go(to('read'));
    },
  };

  return (
    <div class={`board${dropping ? ' dropping' : ''}`} onClick={followed} {...drop}>
      <a class="skip" href="#main">To the content</a>
      <header>
        <a class="brand" href={to('')}><img src="/mark.svg" alt="" width="24" height="24" /> OnRecord</a>
        <nav aria-label="Pages">
          {PAGES.map(([name, text]) => <a key={name} href={to(name)} aria-current={route.page === name ? 'page' : undefined}>{text}</a>)}
        </nav>
        {rec && <span class="record" title={rec.title}>{many(rec.articles, 'report')}, {many(rec.statements, 'statement')}</span>}
        <Dress />
      </header>
      <main id="main" tabIndex={-1}>
        {problem && <Trouble what={problem} />}
        {rec && !rec.first && route.page !== 'read' && <Empty />}
        {rec && route.page === 'read' && <BoardContext.Provider value={{ rec, version: rec.version, asOf, known, area: route.query.area, query: route.query, id: route.id }}><ReadPage /></BoardContext.Provider>}
        {rec && page && <BoardContext.Provider value={{ rec, version: rec.version, asOf, known, area: route.query.area, query: route.query, id: route.id }}>{page}</BoardContext.Provider>}
      </main>
      {rec?.first && WITH_DAYS.has(route.page) && (
        <DayBar rec={rec} asOf={asOf} known={known}
          moved={(day, as, first) => change({ asOf: day, known: as }, !first)}
          ready={(day, as) => (route.page === '' ? get(frameUrl(day, as, route.query.days, route.query.area)) : Promise.resolve())} />
      )}
      <p class="unseen" role="status">{news}</p>
      {dropping && <div class="dropped" aria-hidden="true">Drop reports here to read them</div>}
    </div>
  );
}

function view(page: string, id?: string) {
  switch (page) {
    case '': return <Picture />;
    case 'timeline': return <TimelinePage />;
    case 'commitments': return <Commitments />;
    case 'disagreements': return <Disagreements />;
    case 'statements': return id ? <StatementPage /> : <Statements />;
    case 'report': return <ReportPage />;
    case 'read': return null;
    default: return <div class="page"><h1>There is no such page</h1><p><a href={to('')}>To the picture</a></p></div>;
  }
}

const Empty = () => (
  <div class="page">
    <h1>Nothing on record yet</h1>
    <p>Paste or drop reports under <a href={to('read')}>Read</a>, or read files on a terminal with <code>onrecord read FILES</code>: this page fills as they are read.</p>
  </div>
);

function Dress() {
  const [dark, set] = useState(isDark());
  return (
    <button type="button" class="dress" aria-label={dark ? 'Light colours' : 'Dark colours'} title={dark ? 'Light colours' : 'Dark colours'} onClick={() => { wear(dark ? 'light' : 'dark'); set(isDark()); }}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6" /><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" /></svg>
    </button>
  );
}

dress();
// Asked for at once, not only when the pages know that they need them.
const { page, query } = here();
void get('/api/record').catch(() => null);
if (page === '') {
  void get('/api/shapes/sketch').catch(() => null);
  // What is no day is not asked for: the pages show the last one then.
  if ([query.asOf, query.known].every((day) => !day || isDay(day))) void get(frameUrl(query.asOf, query.known, query.days, query.area)).catch(() => null);
}
render(<Shell />, document.getElementById('board')!);
