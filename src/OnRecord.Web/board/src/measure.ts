// Up to here (and for quotation marks and dashes) letters stand side by side as wide as they are alone.
const SIMPLE = 0x24f;
const MARKS: [number, number] = [0x2010, 0x203a];

/** How wide words are in a font, by the widths of their letters: nothing is laid out for it. */
export class Measure {
  private readonly context = document.createElement('canvas').getContext('2d')!;
  private readonly widths = new Map<number, number>();
  private readonly rest: number;

  constructor(font: string) {
    this.context.font = font;
    this.rest = this.context.measureText('…').width;
  }

  /** As much of the text as has room, and how wide that is. */
  cut(text: string, room: number): [text: string, width: number] {
    let [width, fits] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > SIMPLE && (code < MARKS[0] || code > MARKS[1])) return this.cutWhole(text, room);
      width += this.letter(code);
      if (width + this.rest <= room) fits = i + 1;
      if (width > room) return [`${text.slice(0, fits).trimEnd()}…`, room];
    }
    return [text, width];
  }

  private letter(code: number): number {
    let width = this.widths.get(code);
    if (width === undefined) this.widths.set(code, (width = this.context.measureText(String.fromCharCode(code)).width));
    return width;
  }

  // Letters that join, lean on each other or stand right to left.
  private cutWhole(text: string, room: number): [string, number] {
    const whole = this.context.measureText(text).width;
    if (whole <= room) return [text, whole];
    let [least, most] = [0, text.length];
    while (least < most) {
      const half = (least + most + 1) >> 1;
      if (this.context.measureText(text.slice(0, half)).width + this.rest <= room) least = half;
      else most = half - 1;
    }
    return [`${text.slice(0, least).trimEnd()}…`, room];
  }
}
