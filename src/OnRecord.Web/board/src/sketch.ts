import { x, y, type View } from './mercator';
import type { Shapes } from './shapes';
import { mapColours } from './theme';

/** Draws the land once, before the movable map is there (or instead of it, where the browser cannot have it). */
export function sketch(canvas: HTMLCanvasElement, view: View, shapes: Shapes): void {
  const ratio = devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  const context = canvas.getContext('2d', { alpha: false })!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const colours = mapColours();
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, view.width, view.height);
  const land = new Path2D();
  for (const one of shapes.countries) {
    const [west, south, east, north] = shapes.box(one);
    if (x(view, east) < 0 || x(view, west) > view.width || y(view, south) < 0 || y(view, north) > view.height) continue;
    for (const polygon of one.geometry.coordinates)
      for (const ring of polygon) {
        ring.forEach(([lon, lat], i) => (i === 0 ? land.moveTo(x(view, lon), y(view, lat)) : land.lineTo(x(view, lon), y(view, lat))));
        land.closePath();
      }
  }
  context.fillStyle = colours.land;
  context.fill(land, 'evenodd');
  context.strokeStyle = colours.border;
  context.lineWidth = 1.2;
  context.stroke(land);
}
