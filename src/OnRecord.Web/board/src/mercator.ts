// Where a point of the earth lies on the screen: the map's own projection, so that what is drawn over it fits to the pixel.
const TILE = 512;

/** A view: how wide the whole earth is in pixels, and where its upper left corner lies. */
export interface View { size: number; left: number; top: number; width: number; height: number }

export type Bounds = [west: number, south: number, east: number, north: number];

/** How far to the right a longitude lies on an earth of the width of one. */
export const across = (lon: number): number => (lon + 180) / 360;
/** How far down a latitude lies on it. */
export const down = (lat: number): number => {
  const sin = Math.sin((Math.min(85, Math.max(-85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};

export const zoomOf = (view: View): number => Math.log2(view.size / TILE);

export const x = (view: View, lon: number): number => across(lon) * view.size + view.left;
export const y = (view: View, lat: number): number => down(lat) * view.size + view.top;

export const lonAt = (view: View, px: number): number => ((px - view.left) / view.size) * 360 - 180;
export const latAt = (view: View, py: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * (py - view.top)) / view.size))) * 180) / Math.PI;

/** The view with a point in its middle. */
export function around(lon: number, lat: number, zoom: number, width: number, height: number): View {
  const size = TILE * 2 ** zoom;
  return { size, left: width / 2 - across(lon) * size, top: height / 2 - down(lat) * size, width, height };
}

/** The closest view that holds these bounds, with room left at the left side. */
export function fitting([west, south, east, north]: Bounds, width: number, height: number, room: { left: number; other: number }, closest: number): View {
  const [w, h] = [Math.max(50, width - room.left - room.other), Math.max(50, height - 2 * room.other)];
  const [dx, dy] = [across(east) - across(west), down(south) - down(north)];
  const size = Math.min(w / Math.max(dx, 1e-6), h / Math.max(dy, 1e-6), TILE * 2 ** closest);
  return { size, left: room.left + w / 2 - ((across(west) + across(east)) / 2) * size, top: room.other + h / 2 - ((down(south) + down(north)) / 2) * size, width, height };
}

/** What lies in the middle of a view. */
export const middle = (view: View): [lon: number, lat: number] => [lonAt(view, view.width / 2), latAt(view, view.height / 2)];
