import { across, down, x, y, zoomOf, type View } from './mercator';
import type { ShapeFeature, Shapes } from './shapes';
import { mapColours, sideColour, type MapColours } from './theme';
import type { Control, Frame, Happening } from './types';

/** What stands under the pointer: a province ("AF/Kunduz"), a place, a happening or several of them. */
export interface Hit { kind: 'province' | 'place' | 'happening' | 'cluster'; key: string; count?: number; members?: string[]; x: number; y: number }

/** How a division is filled. */
export interface Fill { colour: string; hatched: boolean }

interface Point { lon: number; lat: number; happening: Happening }
interface Cluster { x: number; y: number; radius: number; harm: number; points: Point[] }
interface Town { x: number; y: number; radius: number; one: Control }
type Box = [left: number, top: number, right: number, bottom: number];

const NEAR = 26;
const REACH = 4;
const SANS = "'Noto Sans', 'Liberation Sans', system-ui, sans-serif";

/** What lies on the land: who holds which division, happenings, towns and names. It is drawn anew at each step and each move, on a canvas of its own: the land below need not be. */
export class Overlay {
  private clusters: Cluster[] = [];
  private towns: Town[] = [];
  private points: Point[] = [];
  private frame?: Frame;
  private chosen?: string;
  private fills = new Map<string, Fill>();
  private readonly paths = new WeakMap<ShapeFeature, Path2D>();

  constructor(private readonly canvas: HTMLCanvasElement, private readonly shapes: Shapes) {}

  show(frame: Frame, chosen?: string): void {
    [this.frame, this.chosen] = [frame, chosen];
    this.points = frame.happenings.flatMap((happening) => this.point(happening) ?? []);
    this.fills = new Map(frame.provinces.map((one) => [`${one.country}/${one.name}`, { colour: sideColour(one.side), hatched: one.state !== 'held' }]));
  }

  /** Where a happening is drawn: at its place, or in the middle of the division where no finer point may be given. */
  private point(happening: Happening): Point | null {
    const place = happening.place;
    if (!place || place.kind === 'country' || place.kind === 'region') return null;
    if (place.lat !== undefined && place.lon !== undefined) return { lon: place.lon, lat: place.lat, happening };
    const at = place.admin1 ? this.shapes.of(`${place.country}/${place.admin1}`)?.properties.at : undefined;
    return at ? { lon: at[0], lat: at[1], happening } : null;
  }

  draw(view: View): void {
    const { frame, canvas } = this;
    if (!frame) return;
    const ratio = devicePixelRatio || 1;
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const colours = mapColours();
    this.place(view);
    this.divisions(context, view, ratio, colours);
    for (const cluster of this.clusters) circle(context, cluster, cluster.harm > 0 ? colours.harm : colours.other, this.isChosen(cluster) ? colours.chosen : undefined);
    for (const town of this.towns) this.town(context, town, colours);
    this.names(context, view, colours);
  }

  // Outlines are made once, on an earth of the width of one, and laid where the view has them.
  private divisions(context: CanvasRenderingContext2D, view: View, ratio: number, colours: MapColours): void {
    const [onEarth, onScreen] = [() => context.setTransform(view.size * ratio, 0, 0, view.size * ratio, view.left * ratio, view.top * ratio), () => context.setTransform(ratio, 0, 0, ratio, 0, 0)];
    const here = this.shapes.divisions.filter((one) => {
      const [west, south, east, north] = this.shapes.box(one);
      return x(view, east) > 0 && x(view, west) < view.width && y(view, south) > 0 && y(view, north) < view.height;
    });
    onEarth();
    const stripes = context.createPattern(hatch(colours.hatch), 'repeat')!;
    for (const one of here) {
      const fill = this.fills.get(key(one));
      if (!fill) continue;
      context.globalAlpha = 0.62;
      context.fillStyle = fill.colour;
      context.fill(this.path(one), 'evenodd');
      if (!fill.hatched) continue;
      context.save();
      context.clip(this.path(one), 'evenodd');
      onScreen();
      context.globalAlpha = 0.85;
      context.fillStyle = stripes;
      context.fillRect(0, 0, view.width, view.height);
      context.restore();
    }
    context.globalAlpha = 1;
    context.strokeStyle = colours.division;
    context.lineWidth = Math.min(1.1, Math.max(0.4, 0.4 + (zoomOf(view) - 3) * 0.17)) / view.size;
    for (const one of here) context.stroke(this.path(one));
    const chosen = here.find((one) => key(one) === this.chosen);
    if (chosen) {
      context.strokeStyle = colours.chosen;
      context.lineWidth = 2.5 / view.size;
      context.stroke(this.path(chosen));
    }
    onScreen();
  }

  private path(one: ShapeFeature): Path2D {
    const known = this.paths.get(one);
    if (known) return known;
    const path = new Path2D();
    for (const polygon of one.geometry.coordinates)
      for (const ring of polygon) {
        ring.forEach(([lon, lat], i) => (i === 0 ? path.moveTo(across(lon), down(lat)) : path.lineTo(across(lon), down(lat))));
        path.closePath();
      }
    this.paths.set(one, path);
    return path;
  }

  hit(px: number, py: number, division: () => string | undefined): Hit | null {
    const at = { x: px, y: py };
    const town = this.towns.find((one) => Math.hypot(one.x - px, one.y - py) <= one.radius + REACH);
    if (town) return { kind: 'place', key: town.one.place.key, ...at };
    const cluster = this.clusters.filter((one) => Math.hypot(one.x - px, one.y - py) <= one.radius).sort((a, b) => a.radius - b.radius)[0];
    if (cluster?.points.length === 1) return { kind: 'happening', key: cluster.points[0]!.happening.id, ...at };
    if (cluster) return { kind: 'cluster', key: '', count: cluster.points.length, members: [...new Set(cluster.points.map((one) => one.happening.place!.key))], ...at };
    const key = division();
    return key ? { kind: 'province', key, ...at } : null;
  }

  /** The stretch of the earth that the happenings at these places lie in. */
  extent(places: string[]): [[number, number], [number, number]] {
    const here = this.points.filter((one) => places.includes(one.happening.place!.key));
    const [lons, lats] = [here.map((one) => one.lon), here.map((one) => one.lat)];
    return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
  }

  // What would lie on top of each other becomes one circle.
  private place(view: View): void {
    const inSight = (px: number, py: number): boolean => px > -60 && py > -60 && px < view.width + 60 && py < view.height + 60;
    this.clusters = [];
    for (const point of this.points) {
      const [px, py] = [x(view, point.lon), y(view, point.lat)];
      if (!inSight(px, py)) continue;
      const near = this.clusters.find((one) => Math.hypot(one.x - px, one.y - py) < NEAR);
      if (near) {
        near.points.push(point);
        near.harm += point.happening.harm;
      } else this.clusters.push({ x: px, y: py, radius: 0, harm: point.happening.harm, points: [point] });
    }
    for (const one of this.clusters) one.radius = Math.max(bySize(one.harm), one.points.length > 1 ? 8 + 2 * Math.sqrt(one.points.length) : 0);
    const zoom = zoomOf(view);
    this.towns = this.frame!.places.filter((one) => one.place.kind !== 'admin1' && one.place.lat !== undefined).map((one) => ({
      x: x(view, one.place.lon!), y: y(view, one.place.lat!), radius: weight(one) + Math.min(4, Math.max(1.5, 0.5 * zoom)), one,
    })).filter((one) => inSight(one.x, one.y)).sort((a, b) => weight(a.one) - weight(b.one));
  }

  private town(context: CanvasRenderingContext2D, { x: px, y: py, radius, one }: Town, colours: MapColours): void {
    const contested = one.now?.contested === true || one.now?.standing.standing === 'disputed';
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
    context.fillStyle = one.now?.holder ? sideColour(one.now.holder.side) : colours.land;
    context.fill();
    context.lineWidth = contested ? 2.4 : 1.1;
    context.strokeStyle = contested ? colours.harm : colours.ink;
    context.stroke();
    if (one.place.key === this.chosen) ring(context, px, py, radius + 4, colours.chosen);
  }

  private isChosen = (cluster: Cluster): boolean => !!this.chosen && cluster.points.some((one) => one.happening.id === this.chosen);

  // The weightiest name first; one that would lie on another is left out.
  private names(context: CanvasRenderingContext2D, view: View, colours: MapColours): void {
    const zoom = zoomOf(view);
    const taken: Box[] = this.towns.map((town) => [town.x - town.radius, town.y - town.radius, town.x + town.radius, town.y + town.radius]);
    context.lineJoin = 'round';
    const said = new Set<string>();
    const write = (text: string, boxes: Box[], ink: string, alpha: number, always = false): void => {
      const box = always ? boxes[0] : boxes.find(([left, top, right, bottom]) => left > 0 && top > 0 && right < view.width && bottom < view.height && !taken.some((b) => left < b[2] && right > b[0] && top < b[3] && bottom > b[1]));
      if (!box) return;
      taken.push(box);
      const [px, py] = [box[0] + 1, (box[1] + box[3]) / 2];
      context.strokeStyle = colours.halo;
      context.lineWidth = 2.6;
      context.globalAlpha = Math.max(0.75, alpha);
      context.strokeText(text, px, py);
      context.fillStyle = ink;
      context.globalAlpha = alpha;
      context.fillText(text, px, py);
      context.globalAlpha = 1;
    };
    context.textBaseline = 'middle';
    // How many stand in one circle always stands; the names go round it.
    for (const cluster of this.clusters)
      if (cluster.points.length > 1) {
        context.font = `600 11px ${SANS}`;
        const text = String(cluster.points.length);
        const [px, py] = [cluster.x + cluster.radius * 0.72, cluster.y - cluster.radius * 0.72];
        const width = context.measureText(text).width;
        write(text, [[px, py - 7, px + width + 2, py + 7]], colours.ink, 1, true);
      }
    if (zoom >= 4.2)
      for (const { x: px, y: py, radius, one } of [...this.towns].reverse()) {
        said.add(one.place.name);
        context.font = `${weight(one) === 3 ? 600 : 400} 12px ${SANS}`;
        const [width, gap] = [context.measureText(one.place.name).width + 2, radius + 3];
        write(one.place.name, [
          [px + gap, py - 7, px + gap + width, py + 7], [px - gap - width, py - 7, px - gap, py + 7],
          [px - width / 2, py - gap - 14, px + width / 2, py - gap], [px - width / 2, py + gap, px + width / 2, py + gap + 14],
        ], colours.ink, 1);
      }
    const centred = (text: string, [lon, lat]: [number, number], spacing: string, alpha: number): void => {
      context.letterSpacing = spacing;
      const [px, py, half] = [x(view, lon), y(view, lat), context.measureText(text).width / 2 + 2];
      write(text, [[px - half, py - 8, px + half, py + 8]], colours.ink, alpha);
      context.letterSpacing = '0px';
    };
    if (zoom >= 2.4 && zoom < 6.4) {
      context.font = `12px ${SANS}`;
      for (const one of this.shapes.countries) if (this.wide(one, view) > 40) centred(one.properties.name.toUpperCase(), one.properties.at, '1.4px', 0.5);
    }
    if (zoom >= 5.4) {
      context.font = `11px ${SANS}`;
      for (const one of this.shapes.divisions) if (!said.has(one.properties.name) && this.wide(one, view) > 30) centred(one.properties.name, one.properties.at, '0.5px', 0.72);
    }
  }

  private wide(one: Parameters<Shapes['box']>[0], view: View): number {
    const [west, , east] = this.shapes.box(one);
    return ((east - west) / 360) * view.size;
  }
}

const key = ({ properties }: ShapeFeature): string => `${properties.country}/${properties.name}`;

const HATCH = 16;

/** A tile of stripes. */
function hatch(colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH;
  const context = canvas.getContext('2d')!;
  context.strokeStyle = colour;
  context.lineWidth = 3;
  for (const offset of [-HATCH, 0, HATCH]) {
    context.beginPath();
    context.moveTo(offset - 2, HATCH + 2);
    context.lineTo(offset + HATCH + 2, -2);
    context.stroke();
  }
  return canvas;
}

const weight = ({ place }: Control): number => (place.capital === 'C' ? 3 : place.capital ? 2 : 1);

// By the square root of how many were harmed.
const SIZES: [number, number][] = [[0, 7], [3, 11], [10, 20], [40, 38]];
function bySize(harm: number): number {
  const root = Math.sqrt(harm);
  const at = SIZES.findIndex(([size]) => root < size);
  if (at < 0) return 38;
  const [[a, from], [b, to]] = [SIZES[at - 1]!, SIZES[at]!];
  return from + ((root - a) / (b - a)) * (to - from);
}

function circle(context: CanvasRenderingContext2D, { x: px, y: py, radius }: Cluster, colour: string, chosen?: string): void {
  context.beginPath();
  context.arc(px, py, radius, 0, 2 * Math.PI);
  context.globalAlpha = 0.28;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.4;
  context.strokeStyle = colour;
  context.stroke();
  if (chosen) ring(context, px, py, radius + 3, chosen);
}

function ring(context: CanvasRenderingContext2D, px: number, py: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(px, py, radius, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke();
}
