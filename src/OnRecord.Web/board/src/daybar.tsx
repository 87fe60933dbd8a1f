import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { between, clamp, iso, long, month, number, plus, short } from './days';
import type { Rec } from './types';

interface Props {
  rec: Rec;
  asOf: string;
  known?: string;
  /** A new pair of days; <code>first</code> is true where a movement begins. */
  moved: (asOf: string, known: string | undefined, first: boolean) => void;
  /** Resolves when the day can be shown at once. */
  ready: (asOf: string, known?: string) => Promise<unknown>;
}

const STEP_MS = 750;
const BAR_HEIGHT = 34;

/** The days of the record: one handle for the day shown, one for the day as known on; and play. */
export function DayBar({ rec, asOf, known, moved, ready }: Props) {
  const first = rec.first!;
  const last = rec.last!;
  const days = Math.max(1, between(first, last));
  const track = useRef<HTMLDivElement>(null);
  const [playing, play] = useState(false);
  const left = (day: string): string => `${(100 * between(first, clamp(day, first, last))) / days}%`;

  const latest = useRef({ asOf, known });
  latest.current = { asOf, known };
  useEffect(() => {
    if (!playing) return;
    let gone = false;
    let begun = false;
    const step = async (): Promise<void> => {
      const { asOf: now, known: as } = latest.current;
      if (now >= last) return play(false);
      const next = plus(now, 1);
      await Promise.all([ready(next, as).catch(() => null), new Promise((done) => setTimeout(done, STEP_MS))]);
      if (gone) return;
      moved(next, as, !begun);
      begun = true;
      void step();
    };
    void step();
    return () => {
      gone = true;
    };
  }, [playing]);

  const toggle = (): void => {
    if (!playing && asOf >= last) moved(first, known, true);
    play(!playing);
  };

  // The nearer handle is taken; a press on the track takes the day shown.
  const grab = (handle: 'asOf' | 'known') => (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    play(false);
    const box = track.current!.getBoundingClientRect();
    let begun = false;
    let [asked, where] = [0, event.clientX];
    const follow = (e: PointerEvent): void => {
      where = e.clientX;
      asked ||= requestAnimationFrame(step);
    };
    const step = (): void => {
      asked = 0;
      const day = iso(number(first) + Math.round((Math.min(Math.max(where - box.left, 0), box.width) / box.width) * days));
      const now = latest.current;
      if (handle === 'asOf' ? day === now.asOf : day === (now.known ?? last)) return;
      moved(handle === 'asOf' ? day : now.asOf, handle === 'known' ? (day >= last ? undefined : day) : now.known, !begun);
      begun = true;
    };
    const release = (): void => {
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
    step();
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[role=slider]')?.focus();
  };

  const keys = (handle: 'asOf' | 'known') => (event: KeyboardEvent): void => {
    const day = handle === 'asOf' ? asOf : (known ?? last);
    const steps: Record<string, string> = {
      ArrowLeft: plus(day, -1), ArrowDown: plus(day, -1), ArrowRight: plus(day, 1), ArrowUp: plus(day, 1),
      PageDown: plus(day, -7), PageUp: plus(day, 7), Home: first, End: last,
    };
    const next = steps[event.key];
    if (!next) return;
    event.preventDefault();
    play(false);
    const to = clamp(next, first, last);
    moved(handle === 'asOf' ? to : asOf, handle === 'known' ? (to >= last ? undefined : to) : known, !event.repeat);
  };

  // One outline of all bars, shown in three colours: a step moves only where they meet.
  const bars = useMemo(() => {
    const most = Math.max(1, ...rec.days.map((d) => d.statements));
    const width = Math.min(2.2, 100 / (days + 1)) * 0.72;
    return rec.days.map(({ day, statements }) => {
      const height = Math.max(1.5, BAR_HEIGHT * Math.sqrt(statements / most));
      return `M${((100 * between(first, day)) / days - width / 2).toFixed(3)} ${BAR_HEIGHT}h${width.toFixed(3)}v${(-height).toFixed(2)}h${(-width).toFixed(3)}z`;
    }).join('');
  }, [rec]);
  const at = (day: string): number => (100 * (between(first, clamp(day, first, last)) + 0.5)) / days;
  const [past, aware] = [Math.min(at(asOf), at(known ?? last)), at(known ?? last)];
  return (
    <section class="daybar" aria-label="Days">
      <button type="button" class="play" onClick={toggle} aria-pressed={playing} aria-label={playing ? 'Stop' : 'Play the days'}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{playing ? <path d="M4 3h3v10H4zM9 3h3v10H9z" /> : <path d="M4 2.5v11l9-5.5z" />}</svg>
      </button>
      <div class="day">
        <strong>{long(asOf)}</strong>
        <span>{known ? `as known on ${short(known)}` : 'by all that is known'}</span>
      </div>
      <div class="track" ref={track} onPointerDown={grab('asOf')}>
        {([['past', -2, past], ['ahead', past, aware], ['unknown', aware, 102]] as const).map(([name, from, to]) => (
          <svg key={name} class={`bars ${name}`} viewBox={`0 0 100 ${BAR_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" style={{ clipPath: `inset(0 ${100 - to}% 0 ${from}%)` }}><path d={bars} /></svg>
        ))}
        <div class="line" />
        <div class="done" style={{ width: left(asOf) }} />
        {ticks(first, last, days).map((day) => (
          <span key={day} class="tick" style={{ left: left(day) }}>{days > 120 ? month(day) : short(day)}</span>
        ))}
        <div class="handle known" style={{ left: left(known ?? last) }} onPointerDown={grab('known')}>
          <span role="slider" tabIndex={0} aria-label="As known on" aria-valuemin={0} aria-valuemax={days} aria-valuenow={between(first, clamp(known ?? last, first, last))}
            aria-valuetext={known ? long(known) : 'all that is known'} onKeyDown={keys('known')} title={known ? `As known on ${long(known)}` : 'By all that is known: drag to see what was known on an earlier day'} />
        </div>
        <div class="handle asof" style={{ left: left(asOf) }} onPointerDown={grab('asOf')}>
          <span role="slider" tabIndex={0} aria-label="Day shown" aria-valuemin={0} aria-valuemax={days} aria-valuenow={between(first, clamp(asOf, first, last))} aria-valuetext={long(asOf)} onKeyDown={keys('asOf')} title={`Day shown: ${long(asOf)}`} />
        </div>
      </div>
      {known && (
        <button type="button" class="quiet" onClick={() => moved(asOf, undefined, true)}>
          All that is known
        </button>
      )}
      {!known && asOf < last && (
        <button type="button" class="quiet" onClick={() => moved(asOf, asOf, true)} title="Show only what was known on this day">
          As known then
        </button>
      )}
    </section>
  );
}

// About eight dates, on days that are easy to read.
function ticks(first: string, last: string, days: number): string[] {
  if (days > 120) {
    const months: string[] = [];
    const every = Math.ceil(days / 30 / 9);
    for (let day = `${first.slice(0, 7)}-01`, n = 0; day <= last; day = next(day), n++) if (day >= first && n % every === 0) months.push(day);
    return months;
  }
  const every = Math.max(1, Math.ceil(days / 8));
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, i) => plus(first, i * every));
}

const next = (firstOfMonth: string): string => `${plus(firstOfMonth, 32).slice(0, 7)}-01`;
