export type Theme = 'auto' | 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');

export const theme = (): Theme => {
  const kept = localStorage.getItem('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
};

export const isDark = (): boolean => (theme() === 'auto' ? dark.matches : theme() === 'dark');

export function wear(chosen: Theme): void {
  if (chosen === 'auto') localStorage.removeItem('theme');
  else localStorage.setItem('theme', chosen);
  dress();
}

export function dress(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  dispatchEvent(new Event('theme'));
}

dark.addEventListener('change', dress);

// Told apart by people who see colours differently; the ninth side and all after it share a grey.
const LIGHT = ['#b4492c', '#2f6da6', '#7a7d1f', '#84499b', '#a87b14', '#1f8273', '#a33b66', '#5b5f97', '#77736c'];
const DARK = ['#e2805a', '#6fabe0', '#b3b84e', '#c193d6', '#ddb552', '#57c0ad', '#e27fa6', '#979bd6', '#a5a199'];

export const sideColour = (side: number | undefined): string => {
  const colours = isDark() ? DARK : LIGHT;
  return side === undefined ? colours[8]! : colours[Math.min(side, 8)]!;
};

export interface MapColours { sea: string; land: string; border: string; division: string; ink: string; halo: string; harm: string; other: string; chosen: string; hatch: string }

export const mapColours = (): MapColours => isDark()
  ? { sea: '#10171b', land: '#1f282d', border: '#56656c', division: '#3c4a51', ink: '#e8e4da', halo: '#12181c', harm: '#ff7468', other: '#9fb2bd', chosen: '#f4efe4', hatch: '#0d1215' }
  : { sea: '#dbe5e6', land: '#f5f1e7', border: '#9c9482', division: '#cfc6b2', ink: '#2a2a27', halo: '#fbf8f1', harm: '#b3202c', other: '#4c6370', chosen: '#17494d', hatch: '#fbf8f1' };
