// Days as ISO text ("2021-08-13"): they sort and compare as they stand.
const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
export const iso = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);
export const plus = (day: string, days: number): string => iso(number(day) + days);
export const between = (from: string, to: string): number => number(to) - number(from);
export const clamp = (day: string, first: string, last: string): string => (day < first ? first : day > last ? last : day);
export const isDay = (text: string | null | undefined): text is string => !!text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export const long = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
export const short = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
/** Without the year where it is that of another day. */
export const near = (day: string, other: string): string => (day.slice(0, 4) === other.slice(0, 4) ? short(day) : long(day));
export const month = (day: string): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

export const span = (from?: string, to?: string, other = to ?? from ?? ''): string => {
  if (from && to) return from === to ? near(from, other) : `${near(from, other)} – ${near(to, other)}`;
  if (to) return `by ${near(to, other)}`;
  return from ? `from ${near(from, other)}` : 'day not said';
};

/** Which day is shown, as known on which: the map and the lists bear it once they show it, so that tests and measurements can wait for it. */
export const stamp = (asOf: string, known?: string): string => `${asOf} ${known ?? ''}`;
