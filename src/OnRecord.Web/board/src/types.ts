// The shapes of the API's answers (docs/reference/api.md).
export interface Party { key: string; name: string; side?: number }
export interface Place { key: string; name: string; kind: string; admin1?: string; country?: string; lat?: number; lon?: number; capital?: string }
export interface Stands { standing: string; rule: string; why: string; said: string; origins: number }
export interface Count { unit: string; text: string; low?: number; best?: number; high?: number }
export interface Happening { id: string; line: string; type: string; types: string[]; agents: Party[]; patients: Party[]; place?: Place; from?: string; to?: string; numbers: Count[]; harm: number; standing: Stands; entries: string[]; denials: string[] }
export interface Span { id: string; holder?: Party; from?: string; by?: string; until?: string; contested: boolean; standing: Stands; entries: string[] }
export interface Control { place: Place; now?: Span; spans: Span[] }
export interface Province { country: string; name: string; side?: number; holder?: string; state: 'held' | 'contested' | 'disputed' | 'changed'; by?: string; entries: string[] }
export interface Frame { version: string; asOf: string; known?: string; from: string; provinces: Province[]; places: Control[]; happenings: Happening[]; happeningsLeftOut: number; commitments: Record<string, number>; disagreements: number }
export interface Commitment { id: string; line: string; mode: string; type: string; positive: boolean; agents: Party[]; patients: Party[]; place?: Place; quantity?: string; said: string; due?: string; state: string; timing?: string; settled?: string; daysLeft?: number; rule: string; by: string; entries: string[]; moved: string[] }
export interface Side { says: string; by: string; origins: number; entries: string[] }
export interface Disagreement { id: string; kind: string; about: string; place?: Place; from?: string; to?: string; sides: Side[] }
export interface Page<T> { version: string; asOf: string; known?: string; total: number; items: T[]; next?: string }
export interface Row { id: string; known: string; type: string; mode: string; polarity: string; agent: string; patient: string; place: string; quantity?: string; when?: string; source: string; stance: string; outlet?: string; words: string; article: string }
export interface Rows { version: string; total: number; offset: number; items: Row[]; next?: string }
export interface FacetValue { value: string; label: string; count: number }
export interface Facets { version: string; total: number; items: { name: string; values: FacetValue[] }[] }
export interface Voice { name: string; role?: string; kind: string }
export interface Evidence { id: string; type: string; mode: string; polarity: string; stance: string; outlet?: string; published?: string; article: string; title?: string; url?: string; words: string; chain: Voice[]; origin: string }
export interface Mark { field: string; start: number; end: number; text: string }
export interface ArticleItem { id: string; title?: string; outlet?: string; agency?: string; published?: string; url?: string; statements: number }
export interface ArticleStatement { id: string; type: string; mode: string; polarity: string; start: number; end: number; triggerStart: number; triggerEnd: number }
export interface Article { version: string; id: string; title?: string; outlet?: string; byline?: string; dateline?: string; agency?: string; published?: string; url?: string; text: string; statements: ArticleStatement[]; copies: ArticleItem[] }
export interface Statement { id: string; known: string; type: string; mode: string; polarity: string; stance: string; agents: Party[]; patients: Party[]; place?: Place; placeUnresolved?: string; quantity?: string; from?: string; to?: string; deadline?: string; start: number; end: number; marks: Mark[]; chain: Voice[]; origin: string; partOf: { kind: string; id: string; line: string }[]; article?: Article }
export interface LaneSpan { id: string; holder?: string; side?: number; from?: string; by: string; until?: string; contested: boolean; standing: string; entries: string[] }
export interface LaneMark { id: string; from?: string; to: string; type: string; line: string; harm: number; standing: string; entries: string[] }
export interface Lane { key: string; name: string; under?: string; spans: LaneSpan[]; marks: LaneMark[]; marksLeftOut: number }
export interface Timeline { version: string; asOf: string; known?: string; by: string; first: string; last: string; lanes: Lane[]; lanesLeftOut: number }
export interface Report { asOf: string; knownAt: string | null; area: string | null; sections: { key: string; title: string; nothing: string | null; lines: { text: string; references: number[] }[]; leftOut: number }[]; references: { number: number; entry: string; outlet: string | null; published: string | null; title: string | null; url: string | null; words: string | null }[] }
export interface Job { id: string; name: string; state: 'waiting' | 'reading' | 'done' | 'failed'; problem?: string; article?: string; title?: string; added: number; found: number; statements: Row[] }
export interface Rec { version: string; title: string; articles: number; statements: number; first?: string; last?: string; readOnly: boolean; names: boolean; sides: { number: number; key: string; name: string; places: number }[]; types: { type: string; label: string; count: number }[]; countries: { code: string; name: string; statements: number }[]; main?: string; bounds: number[]; days: { day: string; statements: number; harm: number }[]; rules: { id: string; standing: string; sentence: string }[] }
