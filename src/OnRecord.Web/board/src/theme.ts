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
