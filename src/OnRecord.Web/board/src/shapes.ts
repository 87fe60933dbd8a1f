import { get } from './api';

type Ring = [number, number][];
export type ShapeFeature = GeoJSON.Feature<{ type: 'MultiPolygon'; coordinates: Ring[][] }, { code: string; country: string; name: string; at: [number, number] }>;
export interface ShapeCollection { type: 'FeatureCollection'; features: ShapeFeature[] }

/** Outlines that are there: countries for a first look, divisions of the countries that something is known about. */
export class Shapes {
  countries: ShapeFeature[] = [];
  readonly divisions: ShapeFeature[] = [];
  private readonly byKey = new Map<string, ShapeFeature>();
  private readonly asked = new Map<string, Promise<void>>();
  private readonly boxes = new WeakMap<ShapeFeature, [number, number, number, number]>();

  async begin(): Promise<void> {
    this.countries = (await get<ShapeCollection>('/api/shapes/sketch')).features;
    for (const one of this.countries) this.byKey.set(one.properties.code, one);
  }

  /** Fetches the divisions of countries; true where there is something new. */
  async need(countries: Iterable<string>): Promise<boolean> {
    const before = this.divisions.length;
    await Promise.all([...countries].map((code) => {
      const asked = this.asked.get(code) ?? get<ShapeCollection>(`/api/shapes/${encodeURIComponent(code)}`).then(({ features }) => {
        this.divisions.push(...features);
        for (const one of features) this.byKey.set(`${one.properties.country}/${one.properties.name}`, one);
      }, () => undefined);
      this.asked.set(code, asked);
      return asked;
    }));
    return this.divisions.length > before;
  }

  /** A division by "AF/Kunduz", a country by "AF". */
  of = (key: string): ShapeFeature | undefined => this.byKey.get(key);

  /** The division at a point. */
  at(lon: number, lat: number): ShapeFeature | undefined {
    return this.divisions.find((one) => {
      const [west, south, east, north] = this.box(one);
      return lon >= west && lon <= east && lat >= south && lat <= north && one.geometry.coordinates.some((polygon) => holds(polygon, lon, lat));
    });
  }

  box(one: ShapeFeature): [number, number, number, number] {
    const known = this.boxes.get(one);
    if (known) return known;
    const box: [number, number, number, number] = [180, 90, -180, -90];
    for (const [ring] of one.geometry.coordinates)
      for (const [lon, lat] of ring!) {
        if (lon < box[0]) box[0] = lon;
        if (lat < box[1]) box[1] = lat;
        if (lon > box[2]) box[2] = lon;
        if (lat > box[3]) box[3] = lat;
      }
    this.boxes.set(one, box);
    return box;
  }
}

function holds(polygon: Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}
