import { useEffect, useState } from 'preact/hooks';

export interface Route { page: string; id?: string; query: Record<string, string> }

const listeners = new Set<() => void>();

export function here(): Route {
  const [page = '', id] = location.pathname.split('/').filter(Boolean).map(decoded);
  return { page, id, query: Object.fromEntries(new URLSearchParams(location.search)) };
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

/** Goes to an address; with <code>replace</code> the step is not one that "back" stops at. */
export function go(url: string, replace = false): void {
  if (url === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  for (const listener of listeners) listener();
}

/** Changes parts of the address's query and leaves the rest. */
export function change(query: Record<string, string | undefined>, replace = false): void {
  const words = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(query)) {
    if (value) words.set(name, value);
    else words.delete(name);
  }
  const text = words.toString();
  go(`${location.pathname}${text ? `?${text}` : ''}`, replace);
}

export function useRoute(): Route {
  const [route, set] = useState(here);
  useEffect(() => {
    const moved = (): void => set(here());
    listeners.add(moved);
    addEventListener('popstate', moved);
    return () => {
      listeners.delete(moved);
      removeEventListener('popstate', moved);
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
