import { useEffect, useState } from 'preact/hooks';

export interface Route { page: string; id?: string; query: Record<string, string> }

// Browsers take only so many new addresses in a while: a slider that runs through a year writes its first address, and the last one when it comes to rest.
const REST_MS = 150;

const listeners = new Set<() => void>();
let ahead: string | null = null;
let resting = 0;
let written = -REST_MS;

const current = (): URL => new URL(ahead ?? location.href, location.href);

export function here(): Route {
  const url = current();
  const [page = '', id] = url.pathname.split('/').filter(Boolean).map(decoded);
  return { page, id, query: Object.fromEntries(url.searchParams) };
}

/** Writes the address that is shown where it is not written yet. */
function rest(): void {
  clearTimeout(resting);
  if (ahead !== null) history.replaceState(history.state, '', ahead);
  ahead = null;
  written = performance.now();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a view; what every view shares (the two days, the area) comes along. */
export function to(page: string, query: Record<string, string | undefined> = {}, id?: string): string {
  const now = here().query;
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries({ asOf: now.asOf, known: now.known, area: now.area, ...query })) if (value) words.set(name, value);
  const text = words.toString();
  return `/${page}${id ? `/${encodeURIComponent(id)}` : ''}${text ? `?${text}` : ''}`;
}

// What scrolls on a page by itself: browsers do not remember it for "back".
const SCROLLING = ['main', '.side .list', '.side .chosen', '.table', '.paper'];
const RESTORE_MS = 3000;

const scrolled = (): number[] => SCROLLING.map((one) => document.querySelector(one)?.scrollTop ?? 0);

// As far down as it was, once the page has grown as long again.
function restore(tops: number[], until = performance.now() + RESTORE_MS): void {
  const address = location.href;
  const left = new Set(tops.keys());
  const look = (): void => {
    for (const i of left) {
      const [box, top] = [document.querySelector(SCROLLING[i]!), tops[i]!];
      if (top > 0 && (!box || box.scrollHeight - box.clientHeight < top)) continue;
      box?.scrollTo(0, top);
      left.delete(i);
    }
    if (left.size > 0 && performance.now() < until && location.href === address) requestAnimationFrame(look);
  };
  look();
}

/** Goes to an address; with <code>replace</code> the step is not one that "back" stops at. */
export function go(url: string, replace = false): void {
  const now = current();
  if (url === now.pathname + now.search) return;
  if (replace) {
    ahead = url;
    clearTimeout(resting);
    if (performance.now() - written > REST_MS) rest();
    else resting = setTimeout(rest, REST_MS) as unknown as number;
  } else {
    rest();
    history.replaceState({ ...(history.state as object | null), scrolled: scrolled() }, '');
    history.pushState({ from: now.pathname }, '', url);
  }
  for (const listener of listeners) listener();
}

/** True where the page before this one, to which "back" leads, is this one. */
export const cameFrom = (pathname: string): boolean => (history.state as { from?: string } | null)?.from === pathname;

/** Changes parts of the address's query and leaves the rest. */
export function change(query: Record<string, string | undefined>, replace = false): void {
  const now = current();
  for (const [name, value] of Object.entries(query)) {
    if (value) now.searchParams.set(name, value);
    else now.searchParams.delete(name);
  }
  go(now.pathname + now.search, replace);
}

export function useRoute(): Route {
  const [route, set] = useState(here);
  useEffect(() => {
    const moved = (): void => set(here());
    const back = (event: PopStateEvent): void => {
      ahead = null;
      clearTimeout(resting);
      moved();
      const tops = (event.state as { scrolled?: number[] } | null)?.scrolled;
      if (tops) requestAnimationFrame(() => restore(tops));
    };
    listeners.add(moved);
    addEventListener('popstate', back);
    return () => {
      listeners.delete(moved);
      removeEventListener('popstate', back);
    };
  }, []);
  return route;
}

/** Lets a link be followed without loading the page anew. */
export function followed(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search);
  if (link.dataset.keep === undefined) document.querySelector('main')?.scrollTo(0, 0);
}
