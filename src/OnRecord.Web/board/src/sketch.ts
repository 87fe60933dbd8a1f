import { x, y, type View } from './mercator';
import type { ShapeFeature, Shapes } from './shapes';
import { mapColours } from './theme';

/** How a division is filled. */
export interface Fill { colour: string; hatched: boolean }

const HATCH = 16;

/** A tile of stripes. */
export function hatch(colour: string): HTMLCanvasElement {
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

/** Draws the land once, before the movable map is there (or instead of it, where the browser cannot have it). */
export function sketch(canvas: HTMLCanvasElement, view: View, shapes: Shapes, fills: Map<string, Fill>, chosen?: string): void {
  const ratio = devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  const context = canvas.getContext('2d', { alpha: false })!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const colours = mapColours();
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, view.width, view.height);
  const path = (features: ShapeFeature[]): Path2D => {
    const lines = new Path2D();
    for (const one of features) {
      const [west, south, east, north] = shapes.box(one);
      if (x(view, east) < 0 || x(view, west) > view.width || y(view, south) < 0 || y(view, north) > view.height) continue;
      for (const polygon of one.geometry.coordinates)
        for (const ring of polygon) {
          ring.forEach(([lon, lat], i) => (i === 0 ? lines.moveTo(x(view, lon), y(view, lat)) : lines.lineTo(x(view, lon), y(view, lat))));
          lines.closePath();
        }
    }
    return lines;
  };
  const countries = path(shapes.countries);
  context.fillStyle = colours.land;
  context.fill(countries, 'evenodd');
  const stripes = context.createPattern(hatch(colours.hatch), 'repeat')!;
  for (const one of shapes.divisions) {
    const fill = fills.get(one.properties.code);
    if (!fill) continue;
    const lines = path([one]);
    context.globalAlpha = 0.62;
    context.fillStyle = fill.colour;
    context.fill(lines, 'evenodd');
    context.globalAlpha = 0.85;
    context.fillStyle = stripes;
    if (fill.hatched) context.fill(lines, 'evenodd');
    context.globalAlpha = 1;
  }
  stroke(context, path(shapes.divisions), colours.division, 0.9);
  stroke(context, countries, colours.border, 1.2);
  const one = chosen && shapes.of(chosen);
  if (one) stroke(context, path([one]), colours.chosen, 2.5);
}

function stroke(context: CanvasRenderingContext2D, lines: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(lines);
}
