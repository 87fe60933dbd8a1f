import { useEffect, useRef, useState } from 'preact/hooks';

export class ApiProblem extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export type Query = Record<string, string | number | undefined>;

const MOST_KEPT = 400;
const kept = new Map<string, Promise<unknown>>();
const there = new Map<string, unknown>();

export const address = (path: string, query: Query = {}): string => {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') words.set(name, String(value));
  const text = words.toString();
  return `/api/${path}${text ? `?${text}` : ''}`;
};

async function load(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (response.ok) return response.json();
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null;
  throw new ApiProblem(response.status, problem?.detail ?? `the board answered ${response.status}`);
}

/** An answer, kept until the record grows. */
export function get<T>(url: string): Promise<T> {
  const before = kept.get(url);
  if (before) return before as Promise<T>;
  const answer = load(url).then(
    (value) => {
      there.set(url, value);
      return value;
    },
    (problem) => {
      kept.delete(url);
      throw problem;
    },
  );
  kept.set(url, answer);
  if (kept.size > MOST_KEPT) {
    const oldest = kept.keys().next().value as string;
    kept.delete(oldest);
    there.delete(oldest);
  }
  return answer as Promise<T>;
}

let toFetch: string[] = [];
let fetching = false;

/** Fetches what is likely asked for next, one after the other, so that what is asked for now never waits behind it; what was to be fetched before is not likely any more. */
export function ahead(urls: string[]): void {
  toFetch = urls.filter((url) => !kept.has(url));
  if (!fetching) void fetchNext();
}

async function fetchNext(): Promise<void> {
  fetching = true;
  for (let url = toFetch.shift(); url; url = toFetch.shift()) await get(url).catch(() => null);
  fetching = false;
}

/** What was asked for under one address is what another would give. */
export function same(asked: string, other: string): void {
  const answer = kept.get(asked);
  if (!answer || kept.has(other)) return;
  kept.set(other, answer);
  answer.then((value) => there.set(other, value), () => kept.delete(other));
}

/** The answer, if it is there already. */
export const at = <T>(url: string): T | undefined => there.get(url) as T | undefined;

export const forget = (): void => {
  kept.clear();
  there.clear();
};

export interface Loaded<T> { value?: T; problem?: string; loading: boolean }

/** The answer to an address; while a new one is on its way, the one before stays. */
export function useAnswer<T>(url: string | null, version: string): Loaded<T> {
  const [state, set] = useState<Loaded<T>>({ value: url ? at<T>(url) : undefined, loading: true });
  const current = useRef(url);
  current.current = url;
  useEffect(() => {
    if (!url) {
      set({ loading: false });
      return;
    }
    const here = at<T>(url);
    if (here) {
      set({ value: here, loading: false });
      return;
    }
    set((old) => ({ value: old.value, loading: true }));
    get<T>(url).then(
      (value) => current.current === url && set({ value, loading: false }),
      (problem: Error) => current.current === url && set({ problem: problem.message, loading: false }),
    );
  }, [url, version]);
  const here = url ? at<T>(url) : undefined;
  return here ? { value: here, loading: false } : state;
}

const MOST_PAGES = 12;

/** All pages of a list, one after the other. */
export function useAll<T>(url: string, version: string): { value?: T[]; problem?: string } {
  const [state, set] = useState<{ value?: T[]; problem?: string }>({});
  useEffect(() => {
    let gone = false;
    const fetched = async (): Promise<T[]> => {
      const items: T[] = [];
      let next: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer: { items: T[]; next?: string } = await get(next ? `${url}${url.includes('?') ? '&' : '?'}cursor=${next}` : url);
        items.push(...answer.items);
        next = answer.next;
        if (!next) break;
      }
      return items;
    };
    fetched().then((value) => !gone && set({ value }), (problem: Error) => !gone && set((old) => ({ value: old.value, problem: problem.message })));
    return () => { gone = true; };
  }, [url, version]);
  return state;
}
