import { stamp } from './days';
import type { Land } from './land';
import { fitting, latAt, lonAt, type Bounds, type View } from './mercator';
import { Overlay, type Hit } from './overlay';
import { Shapes } from './shapes';
import { sketch } from './sketch';
import type { Frame, Rec } from './types';

export type { Hit } from './overlay';

// What is fetched once all is drawn: divisions to point at, of the countries that most is said about.
const MOST_COUNTRIES = 6;
const BEGIN_CLOSEST = 7;
const WHOLE: Bounds = [-30, -35, 140, 62];

/** The map: who holds what, and what happened where. It is sketched at once, and can be moved as soon as MapLibre is there. */
export class ConflictMap {
  private readonly shapes = new Shapes();
  private readonly overlay: Overlay;
  private readonly ground: HTMLCanvasElement;
  private readonly first: Promise<void>;
  private readonly resized: ResizeObserver;
  private view: View;
  private land?: Land;
  private frame?: Frame;
  private chosen?: string;
  private sketched = false;
  private gone = false;

  constructor(private readonly holder: HTMLElement, private readonly rec: Rec, private readonly select: (hit: Hit) => void, hover: (hit: Hit | null) => void, unmovable: () => void) {
    this.ground = canvas('ground');
    const over = canvas('over');
    holder.append(this.ground, over);
    this.overlay = new Overlay(over, this.shapes);
    this.view = this.begin();
    this.first = Promise.all([this.shapes.begin(), this.shapes.need(this.main())]).then(() => undefined);
    void this.first.then(() => this.draw(), () => undefined).then(painted).then(() => this.move()).catch(() => !this.gone && unmovable());
    this.listen(hover);
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(holder);
    addEventListener('theme', this.restyle);
  }

  /** Shows a day. */
  show(frame: Frame, chosen?: string): void {
    [this.frame, this.chosen] = [frame, chosen];
    if (this.shapes.countries.length > 0) this.draw();
  }

  leave(): void {
    this.gone = true;
    removeEventListener('theme', this.restyle);
    this.resized.disconnect();
    this.land?.leave();
  }

  private begin(): View {
    const { clientWidth: width, clientHeight: height } = this.holder;
    const [west, south, east, north] = this.rec.bounds as [number?, number?, number?, number?];
    // The legend lies at the lower left.
    return fitting(west === undefined ? WHOLE : wider(west, south!, east!, north!), width, height, { left: width > 800 ? 200 : 20, other: 20 }, BEGIN_CLOSEST);
  }

  // The country that the map begins with.
  private main(): string[] {
    return this.rec.main ? [this.rec.main] : [];
  }

  private draw(): void {
    if (!this.frame || this.gone) return;
    if (!this.sketched) sketch(this.ground, this.view, this.shapes);
    this.sketched = true;
    this.overlay.show(this.frame, this.chosen);
    this.overlay.draw(this.view);
    [this.holder.dataset.day, this.holder.dataset.shown] = [this.frame.asOf, 'yes'];
    this.holder.dataset.frame = stamp(this.frame.asOf, this.frame.known);
  }

  // The library that moves the map is large; what is known is on the screen before it is fetched.
  private async move(): Promise<void> {
    const { Land } = await import('./land');
    if (this.gone) return;
    const holder = document.createElement('div');
    holder.className = 'land';
    this.holder.prepend(holder);
    this.land = new Land(holder, this.view, (view) => {
      this.view = view;
      this.overlay.draw(view);
    }, () => void this.whole());
  }

  // The movable map has drawn all that the sketch has: it takes over, and the rest of the outlines is fetched.
  private async whole(): Promise<void> {
    this.ground.remove();
    // Tests wait for this: all is on the screen, and can be moved.
    this.holder.dataset.drawn = 'yes';
    const held = new Set(this.frame?.provinces.map((one) => one.country));
    if (await this.shapes.need([...held, ...this.rec.countries.slice(0, MOST_COUNTRIES).map((one) => one.code)])) this.draw();
  }

  private listen(hover: (hit: Hit | null) => void): void {
    const at = (e: MouseEvent): Hit | null => {
      const box = this.holder.getBoundingClientRect();
      const [px, py] = [e.clientX - box.left, e.clientY - box.top];
      return this.overlay.hit(px, py, () => {
        const one = this.shapes.at(lonAt(this.view, px), latAt(this.view, py));
        return one && `${one.properties.country}/${one.properties.name}`;
      });
    };
    const isMap = (e: Event): boolean => e.target instanceof HTMLCanvasElement;
    let [asked, downX, downY] = [0, 0, 0];
    this.holder.addEventListener('pointerdown', (e) => ([downX, downY] = [e.clientX, e.clientY]));
    this.holder.addEventListener('click', (e) => {
      // The end of a drag is no click.
      if (!isMap(e) || Math.hypot(e.clientX - downX, e.clientY - downY) > 4) return;
      const hit = at(e);
      if (hit?.kind === 'cluster') this.open(hit);
      else if (hit) this.select(hit);
    });
    this.holder.addEventListener('mousemove', (e) => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        const hit = isMap(e) ? at(e) : null;
        const top = this.land?.canvas ?? this.ground;
        top.style.cursor = hit ? 'pointer' : '';
        hover(hit);
      });
    });
    this.holder.addEventListener('mouseleave', () => {
      cancelAnimationFrame(asked);
      hover(null);
    });
  }

  // A cluster opens by coming closer, until its points cannot be told apart any more.
  private open(hit: Hit): void {
    const places = hit.members!;
    if (places.length === 1 || !this.land || this.land.isClose) this.select({ ...hit, kind: 'place', key: places[0]! });
    else this.land.closer(this.overlay.extent(places));
  }

  private resize(): void {
    // The movable map tells of its size itself.
    if (this.land || !this.sketched) return;
    this.view = this.begin();
    this.sketched = false;
    this.draw();
  }

  private readonly restyle = (): void => {
    this.land?.restyle();
    if (!this.sketched) return;
    this.sketched = !this.ground.isConnected;
    this.draw();
  };
}

function canvas(name: string): HTMLCanvasElement {
  const made = document.createElement('canvas');
  made.className = name;
  return made;
}

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

// The places named, and some of what lies around them.
function wider(west: number, south: number, east: number, north: number): Bounds {
  const [w, h] = [Math.max(0.6, (east - west) * 0.13), Math.max(0.5, (north - south) * 0.24)];
  return [Math.max(-180, west - w), Math.max(-85, south - h), Math.min(180, east + w), Math.min(85, north + h)];
}
