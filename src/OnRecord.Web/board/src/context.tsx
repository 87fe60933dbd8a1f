import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Rec } from './types';

export interface Board {
  rec: Rec;
  version: string;
  asOf: string;
  known?: string;
  area?: string;
  query: Record<string, string>;
  id?: string;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('outside the board');
  return board;
}
