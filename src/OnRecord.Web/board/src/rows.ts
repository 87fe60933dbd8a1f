import { Measure } from './measure';
import type { Row } from './types';
import { MODES, label } from './words';

export const ROW = 36;
// Rows that are there above and below those in sight.
const MARGIN = 6;
// Rows that are put anew at a time: what is done for each time costs more than what is done for each row.
const AT_ONCE = 4;
const PADDING = 14;
const GAP = 6;

/** What stands in the cells of a row, part by part, as a line's nodes have them. */
const said = (row: Row): string[][] => [
  [row.known],
  [row.polarity === 'negative' ? 'not ' : '', label(row.type), row.mode === 'actual' ? '' : MODES[row.mode] ?? row.mode],
  [row.agent],
  [row.quantity ? `${row.quantity} ` : '', row.quantity?.endsWith(row.patient) ? '' : row.patient],
  [row.place],
  [row.source || row.outlet || '', row.stance === 'none' || row.stance === 'said' ? '' : row.stance],
  [row.words || 'open'],
];

// The elements that parts of a cell stand in; a part without one stands in the cell itself.
const PARTS: (string | null)[][] = [['time'], ['em', null, 'small'], [null], ['b', null], [null], [null, 'small'], ['a']];
const CLASSES: Record<string, string> = { em: 'not', small: 'mode' };

/** A row's nodes: they are made once, moved to where they are needed, and only their words are changed. */
class Line {
  readonly element = document.createElement('div');
  readonly link: HTMLAnchorElement;
  index = -1;
  row?: Row;
  private readonly cells: { cell: HTMLElement; parts: { node: Text; of: HTMLElement }[] }[];

  constructor() {
    this.element.className = 'row waiting';
    this.element.setAttribute('role', 'row');
    this.cells = PARTS.map((parts) => {
      const cell = document.createElement('span');
      cell.setAttribute('role', 'cell');
      this.element.append(cell);
      return {
        cell,
        parts: parts.map((name) => {
          const of = name ? document.createElement(name) : cell;
          if (name && CLASSES[name]) of.className = CLASSES[name];
          if (name) cell.append(of);
          const node = document.createTextNode('');
          of.append(node);
          return { node, of };
        }),
      };
    });
    this.link = this.element.querySelector('a')!;
    this.link.tabIndex = -1;
  }

  put(index: number, row: Row | undefined, widths: number[], measures: Measure[][], url: (id: string) => string): void {
    if (index !== this.index) {
      this.element.style.top = `${index * ROW}px`;
      this.element.setAttribute('aria-rowindex', String(index + 2));
    }
    if (!row !== this.element.classList.contains('waiting')) this.element.classList.toggle('waiting', !row);
    [this.index, this.row] = [index, row];
    if (!row) {
      for (const { parts } of this.cells) for (const { node } of parts) write(node, '');
      write(this.cells[0]!.parts[0]!.node, '…');
      return;
    }
    this.link.href = url(row.id);
    const words = said(row);
    this.cells.forEach(({ cell, parts }, c) => {
      let [room, isCut] = [widths[c]! - PADDING, false];
      parts.forEach(({ node, of }, p) => {
        const text = words[c]![p]!;
        if (of.tagName === 'SMALL' && text) room -= GAP;
        const [fits, width] = text && room > GAP ? measures[c]![p]!.cut(text, room) : ['', 0];
        isCut ||= fits !== text;
        room -= width;
        write(node, fits);
      });
      const full = isCut ? words[c]!.join(' ').trim() : '';
      if (cell.title !== full) cell.title = full;
    });
  }

  /** The fonts of the parts, once the row stands in the page. */
  measures(): Measure[][] {
    return this.cells.map(({ parts }) => parts.map(({ of }) => new Measure(getComputedStyle(of).font)));
  }
}

function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

/** The rows in sight of a long table, and a few more. */
export class Lines {
  private readonly lines: Line[] = [];
  private measures?: Measure[][];
  private widths: number[] = [];
  private first = 0;
  private stop?: Line;
  /** The row that the keyboard is at. */
  at = 0;

  constructor(private readonly body: HTMLElement, private readonly total: number, private readonly row: (index: number) => Row | undefined, private readonly url: (id: string) => string) {}

  /** Another size: as many rows as are needed, their words cut to the columns. */
  resize(height: number, widths: number[], top: number): void {
    const count = Math.min(this.total, Math.ceil(height / ROW) + 1 + 2 * MARGIN);
    while (this.lines.length > count) this.lines.pop()!.element.remove();
    while (this.lines.length < count) {
      const line = new Line();
      this.lines.push(line);
      this.body.append(line.element);
    }
    if (count > 0) this.measures ??= this.lines[0]!.measures();
    this.widths = widths;
    for (const line of this.lines) [line.index, line.row] = [-1, undefined];
    this.look(top, true);
  }

  /** Shows the rows around what is in sight; says which from and to. */
  look(top: number, anew = false): [from: number, to: number] {
    const count = this.lines.length;
    const wanted = Math.max(0, Math.min(this.total - count, Math.floor(top / ROW) - MARGIN));
    if (anew || Math.abs(wanted - this.first) >= AT_ONCE || wanted === 0 || wanted === this.total - count) this.first = wanted;
    for (let index = this.first; index < this.first + count; index++) {
      const line = this.lines[index % count]!;
      const row = this.row(index);
      if (line.index !== index || line.row !== row) this.put(line, index, row);
    }
    this.tab(top);
    return [this.first, this.first + count - 1];
  }

  /** The link of a row that is there. */
  link(index: number): HTMLAnchorElement | undefined {
    const line = this.lines[index % this.lines.length];
    return line?.index === index && line.row ? line.link : undefined;
  }

  /** The row that an element stands in. */
  of = (element: Element): number => this.lines.find((line) => line.element.contains(element))?.index ?? -1;

  private put(line: Line, index: number, row: Row | undefined): void {
    // What the keyboard is at may scroll out of sight: the table keeps the focus.
    if (line.index >= 0 && line.index !== index && line.link === document.activeElement) this.body.parentElement!.focus({ preventScroll: true });
    line.put(index, row, this.widths, this.measures!, this.url);
  }

  // One row can be reached with the Tab key: that which the keyboard is at, else the first in sight.
  private tab(top: number): void {
    const count = this.lines.length;
    if (count === 0) return;
    const at = this.at >= this.first && this.at < this.first + count ? this.at : Math.min(this.first + count - 1, Math.ceil(top / ROW));
    const line = this.lines[at % count]!;
    if (line === this.stop) return;
    if (this.stop) this.stop.link.tabIndex = -1;
    line.link.tabIndex = 0;
    this.stop = line;
  }
}
