// How the board says what the record holds.
export const label = (text: string): string => TYPES[text] ?? text.replaceAll('_', ' ').replaceAll('-', ' ');

// Types of statements whose name alone does not say what is meant.
const TYPES: Record<string, string> = {
  power: 'office and power', tally: 'count', arm: 'supply of arms', crisis: 'humanitarian situation', mission: 'embassy or mission', aid: 'give aid', breach: 'breach of a deal', admin1: 'province',
};

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const thousands = new Intl.NumberFormat('en');

/** With commas between thousands. */
export const figure = (count: number): string => thousands.format(count);

export const many = (count: number, one: string, more = `${one}s`): string => `${figure(count)} ${count === 1 ? one : more}`;

export const STANDINGS: Record<string, string> = {
  conceded: 'The side that it harms admits it',
  corroborated: 'Two or more independent origins say so',
  reported: 'An outlet in its own voice, or a source without a stake, says so',
  claimed: 'Only the side that profits says so',
  doubted: 'A source says that it could not be verified',
  disputed: 'A source denies it',
  withdrawn: 'The outlet took it back',
};

export const STATES: Record<string, string> = {
  pending: 'Running',
  met: 'Met',
  broken: 'Broken',
  lapsed: 'Lapsed',
  withdrawn: 'Taken back',
};

export const MODES: Record<string, string> = {
  actual: 'happened', planned: 'plan', aim: 'aim', threat: 'threat', pledge: 'promise', demand: 'demand', appeal: 'appeal', forecast: 'forecast', possible: 'possible',
};

export const STANCES: Record<string, string> = { none: 'in the outlet’s own voice' };

export const FIELDS: Record<string, string> = {
  trigger: 'what', agent: 'who', patient: 'to whom or what', place: 'where', quantity: 'how many', time: 'when', deadline: 'by when', source: 'by whose word', mode: 'how it is meant', polarity: 'yes or no', stance: 'how the source stands to it',
};
