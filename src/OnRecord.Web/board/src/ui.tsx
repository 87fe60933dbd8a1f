import type { ComponentChildren } from 'preact';
import { useAnswer, address } from './api';
import { long } from './days';
import { to } from './route';
import type { Evidence, Stands, Voice } from './types';
import { STANDINGS, label, many } from './words';
import { useBoard } from './context';
import { sideColour } from './theme';

const MOST_IDS = 40;

export const Badge = ({ standing, said }: { standing: string; said?: string }) => (
  <span class={`badge s-${standing}`} title={`${STANDINGS[standing] ?? ''}${said ? ` (${said})` : ''}`}>
    {standing}
  </span>
);

export const Swatch = ({ side, hatched = false }: { side?: number; hatched?: boolean }) => <span class={`swatch${hatched ? ' hatched' : ''}`} style={{ backgroundColor: sideColour(side) }} aria-hidden="true" />;

export const Standing = ({ standing }: { standing: Stands }) => (
  <span class="standing">
    <Badge standing={standing.standing} /> <span class="said">{standing.said}</span>
  </span>
);

export const Nothing = ({ children }: { children: ComponentChildren }) => <p class="nothing">{children}</p>;

export const Trouble = ({ what }: { what: string }) => (
  <p class="trouble" role="alert">
    {what}
  </p>
);

/** By whose word: from the first voice to the outlet. */
export const Chain = ({ chain }: { chain: Voice[] }) => (
  <span class="chain" aria-label="By whose word">
    {chain.map((voice, i) => (
      <span key={i}>
        {i > 0 && <span class="arrow" aria-hidden="true"> → </span>}
        <span class={`voice v-${voice.kind}`}>
          {voice.name}
          {voice.role ? ` (${voice.role})` : ''}
        </span>
      </span>
    ))}
  </span>
);

export const Reference = ({ one, number }: { one: Evidence; number?: number }) => (
  <li class="reference">
    {number !== undefined && <span class="number" aria-hidden="true">{number}</span>}
    <blockquote>
      <a href={to('statements', {}, one.id)}>{one.words || label(one.type)}</a>
    </blockquote>
    <p class="where">
      <Chain chain={one.chain} />
      {one.published && <time dateTime={one.published}>{long(one.published)}</time>}
      {one.stance !== 'none' && one.stance !== 'said' && <span class="stance">{one.stance}</span>}
    </p>
  </li>
);

/** The words that something rests on. */
export function References({ ids, title }: { ids: string[]; title?: string }) {
  const { version } = useBoard();
  const shown = ids.slice(0, MOST_IDS);
  const { value, problem } = useAnswer<{ items: Evidence[] }>(shown.length > 0 ? address('evidence', { ids: shown.join(',') }) : null, version);
  if (shown.length === 0) return null;
  return (
    <section class="references" aria-label={title ?? 'References'}>
      {title && <h4>{title}</h4>}
      {problem && <Trouble what={problem} />}
      <ol>{value?.items.map((one) => <Reference key={one.id} one={one} />)}</ol>
      {ids.length > MOST_IDS && <p class="more">and {many(ids.length - MOST_IDS, 'more')}</p>}
    </section>
  );
}
