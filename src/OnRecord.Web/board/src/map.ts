import { Map as MapLibre, NavigationControl, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type MapGeoJSONFeature, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { get } from './api';
import { isDark, sideColour } from './theme';
import type { Frame, Happening, Rec } from './types';

setWorkerUrl(workerUrl);

// Not closer than a report says where something is.
const CLOSEST = 9.5;
const MOST_COUNTRIES = 6;
const FONT = ['Noto Sans Regular'];

type Shapes = GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, { code: string; country: string; name: string }>;
type Points = GeoJSON.FeatureCollection<GeoJSON.Point, Record<string, unknown>>;

/** What stands under the pointer: a province ("AF/Kunduz"), a place or a happening. */
export interface Hit { kind: 'province' | 'place' | 'happening' | 'cluster'; key: string; count?: number; x: number; y: number }

interface Colours { sea: string; land: string; border: string; division: string; ink: string; halo: string; harm: string; other: string; chosen: string; hatch: string }

const colours = (): Colours => isDark()
  ? { sea: '#10171b', land: '#1f282d', border: '#56656c', division: '#3c4a51', ink: '#e8e4da', halo: '#12181c', harm: '#ff7468', other: '#9fb2bd', chosen: '#f4efe4', hatch: '#0d1215' }
  : { sea: '#dbe5e6', land: '#f5f1e7', border: '#9c9482', division: '#cfc6b2', ink: '#2a2a27', halo: '#fbf8f1', harm: '#b3202c', other: '#4c6370', chosen: '#17494d', hatch: '#fbf8f1' };

/** The map: who holds what, and what happened where. */
export class ConflictMap {
  private readonly map: MapLibre;
  private readonly codes = new Map<string, string>();
  private frame?: Frame;
  private chosen?: string;
  private ready = false;

  constructor(holder: HTMLElement, private readonly rec: Rec, select: (hit: Hit) => void, hover: (hit: Hit | null) => void) {
    const [west, south, east, north] = rec.bounds;
    this.map = new MapLibre({
      container: holder,
      style: style(),
      bounds: west === undefined ? [-30, -35, 140, 62] : wider(west, south!, east!, north!),
      // The legend lies at the lower left.
      fitBoundsOptions: { padding: { top: 20, right: 20, bottom: 20, left: holder.clientWidth > 700 ? 120 : 20 }, maxZoom: 7 },
      maxZoom: CLOSEST,
      minZoom: 1,
      attributionControl: { compact: true, customAttribution: 'Natural Earth · GeoNames' },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      locale: { 'Map.Title': 'Map of who holds what. The same stands as a table under “Who holds what”.' },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.on('load', () => void this.begin());
    this.map.on('click', (e) => {
      const hit = this.hit(e.point.x, e.point.y);
      if (hit?.kind === 'cluster') void this.open(e.point.x, e.point.y, select);
      else if (hit) select(hit);
    });
    let asked = 0;
    this.map.on('mousemove', (e) => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        const hit = this.hit(e.point.x, e.point.y);
        this.map.getCanvas().style.cursor = hit ? 'pointer' : '';
        hover(hit);
      });
    });
    this.map.getCanvas().addEventListener('mouseleave', () => {
      cancelAnimationFrame(asked);
      hover(null);
    });
    addEventListener('theme', this.restyle);
  }

  /** Shows a day. */
  show(frame: Frame, chosen?: string): void {
    this.frame = frame;
    this.chosen = chosen;
    if (this.ready) this.draw();
  }

  leave(): void {
    removeEventListener('theme', this.restyle);
    this.map.remove();
  }

  private readonly restyle = (): void => {
    this.map.setStyle(style(), { diff: false });
    this.ready = false;
    this.map.once('style.load', () => void this.begin());
  };

  private async begin(): Promise<void> {
    const about = this.rec.countries.slice(0, MOST_COUNTRIES).map((country) => country.code);
    const [world, ...divisions] = await Promise.all([get<Shapes>('/api/shapes/world'), ...about.map((code) => get<Shapes>(`/api/shapes/${code}`).catch(() => null))]);
    const main = divisions.flatMap((found) => found?.features ?? []);
    for (const { properties } of main) this.codes.set(`${properties.country}/${properties.name}`, properties.code);
    (this.map.getSource('world') as GeoJSONSource).setData(world);
    (this.map.getSource('provinces') as GeoJSONSource).setData({ type: 'FeatureCollection', features: main });
    (this.map.getSource('names') as GeoJSONSource).setData({ type: 'FeatureCollection', features: [...world.features, ...main].map(named) } satisfies Points);
    this.ready = true;
    this.map.addImage('hatch', hatch(colours().hatch));
    if (this.frame) this.draw();
    // Tests wait for this: all is on the screen.
    this.map.once('idle', () => (this.map.getContainer().dataset.drawn = 'yes'));
  }

  private draw(): void {
    const { provinces, places, happenings } = this.frame!;
    this.map.removeFeatureState({ source: 'provinces' });
    const hatched: string[] = [];
    for (const province of provinces) {
      const code = this.codes.get(`${province.country}/${province.name}`);
      if (!code) continue;
      this.map.setFeatureState({ source: 'provinces', id: code }, { colour: sideColour(province.side) });
      if (province.state !== 'held') hatched.push(code);
    }
    this.map.setFilter('provinces-hatch', ['in', ['get', 'code'], ['literal', hatched]]);
    this.map.setFilter('provinces-chosen', ['==', ['get', 'code'], this.codes.get(this.chosen ?? '') ?? '']);
    this.map.setFilter('places-chosen', ['==', ['get', 'key'], this.chosen ?? '']);
    const held = places.filter((one) => one.place.kind !== 'admin1' && one.place.lat !== undefined).map((one) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [one.place.lon!, one.place.lat!] },
      properties: { key: one.place.key, name: one.place.name, colour: one.now?.holder ? sideColour(one.now.holder.side) : colours().land, contested: one.now?.contested === true || one.now?.standing.standing === 'disputed', weight: one.place.capital === 'C' ? 3 : one.place.capital ? 2 : 1 },
    }));
    (this.map.getSource('places') as GeoJSONSource).setData({ type: 'FeatureCollection', features: held } satisfies Points);
    (this.map.getSource('happenings') as GeoJSONSource).setData({ type: 'FeatureCollection', features: happenings.filter(drawn).map(point) } satisfies Points);
    this.map.getContainer().dataset.day = this.frame!.asOf;
  }

  private hit(x: number, y: number): Hit | null {
    if (!this.ready) return null;
    const near: [[number, number], [number, number]] = [[x - 4, y - 4], [x + 4, y + 4]];
    const [dot] = this.map.queryRenderedFeatures(near, { layers: ['places'] });
    if (dot) return { kind: 'place', key: String(dot.properties.key), x, y };
    const [happened] = this.map.queryRenderedFeatures(near, { layers: ['happenings', 'clusters'] });
    if (happened?.properties.cluster) return { kind: 'cluster', key: String(happened.properties.cluster_id), count: Number(happened.properties.point_count), x, y };
    if (happened) return { kind: 'happening', key: String(happened.properties.id), x, y };
    const [province] = this.map.queryRenderedFeatures([x, y], { layers: ['provinces'] });
    return province ? { kind: 'province', key: `${province.properties.country}/${province.properties.name}`, x, y } : null;
  }

  // A cluster opens by coming closer, until its points cannot be told apart any more.
  private async open(x: number, y: number, select: (hit: Hit) => void): Promise<void> {
    const [cluster] = this.map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['clusters'] }) as MapGeoJSONFeature[];
    if (!cluster) return;
    const source = this.map.getSource('happenings') as GeoJSONSource;
    const id = Number(cluster.properties.cluster_id);
    const leaves = await source.getClusterLeaves(id, 100, 0);
    const places = new Set(leaves.map((leaf) => String(leaf.properties?.place)));
    if (places.size === 1 || this.map.getZoom() >= CLOSEST - 0.6) {
      select({ kind: 'place', key: [...places][0]!, x, y });
      return;
    }
    const [lon, lat] = (cluster.geometry as GeoJSON.Point).coordinates as [number, number];
    this.map.easeTo({ center: [lon, lat], zoom: Math.min(CLOSEST, (await source.getClusterExpansionZoom(id)) + 0.3), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400 });
  }
}

// What is said of a whole country has no point on the map.
const drawn = (h: Happening): boolean => h.place?.lat !== undefined && !['country', 'region'].includes(h.place.kind);

const point = (h: Happening): GeoJSON.Feature<GeoJSON.Point, Record<string, unknown>> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [h.place!.lon!, h.place!.lat!] },
  properties: { id: h.id, harm: h.harm, place: h.place!.key },
});

// The places named, and some of what lies around them.
function wider(west: number, south: number, east: number, north: number): [number, number, number, number] {
  const [x, y] = [Math.max(0.6, (east - west) * 0.13), Math.max(0.5, (north - south) * 0.13)];
  return [Math.max(-180, west - x), Math.max(-85, south - y), Math.min(180, east + x), Math.min(85, north + y)];
}

// A name stands once, in the middle of the largest part.
function named({ geometry, properties }: Shapes['features'][number]): Points['features'][number] {
  let [most, lon, lat] = [0, 0, 0];
  for (const [ring] of geometry.coordinates) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 1; i < ring!.length; i++) {
      const [ax, ay] = ring![i - 1] as [number, number];
      const [bx, by] = ring![i] as [number, number];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(area) > most) [most, lon, lat] = [Math.abs(area), x / (3 * area), y / (3 * area)];
  }
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { name: properties.name, country: properties.code === properties.country } };
}

function hatch(colour: string): ImageData {
  const size = 16;
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d')!;
  context.strokeStyle = colour;
  context.lineWidth = 3;
  for (const offset of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(offset - 2, size + 2);
    context.lineTo(offset + size + 2, -2);
    context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}

function style(): StyleSpecification {
  const c = colours();
  const none = { type: 'FeatureCollection' as const, features: [] };
  const bySize: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'harm']], 0, 7, 3, 11, 10, 20, 40, 38];
  const byHarm: ExpressionSpecification = ['case', ['>', ['get', 'harm'], 0], c.harm, c.other];
  const label = { 'text-font': FONT, 'text-size': 12 };
  return {
    version: 8,
    sources: {
      world: { type: 'geojson', data: none, tolerance: 0.3 },
      provinces: { type: 'geojson', data: none, promoteId: 'code', tolerance: 0.2 },
      names: { type: 'geojson', data: none },
      places: { type: 'geojson', data: none },
      happenings: { type: 'geojson', data: none, cluster: true, clusterRadius: 26, clusterMaxZoom: 12, clusterProperties: { harm: ['+', ['get', 'harm']] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      { id: 'land', type: 'fill', source: 'world', paint: { 'fill-color': c.land, 'fill-antialias': false } },
      { id: 'provinces', type: 'fill', source: 'provinces', paint: { 'fill-color': ['to-color', ['coalesce', ['feature-state', 'colour'], c.land]], 'fill-opacity': ['case', ['==', ['feature-state', 'colour'], null], 0.01, 0.62] } },
      { id: 'provinces-hatch', type: 'fill', source: 'provinces', filter: ['==', ['get', 'code'], ''], paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.85 } },
      { id: 'provinces-line', type: 'line', source: 'provinces', paint: { 'line-color': c.division, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 7, 1.1] } },
      { id: 'borders', type: 'line', source: 'world', paint: { 'line-color': c.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 7, 1.6] } },
      { id: 'provinces-chosen', type: 'line', source: 'provinces', filter: ['==', ['get', 'code'], ''], paint: { 'line-color': c.chosen, 'line-width': 2.5 } },
      { id: 'happenings', type: 'circle', source: 'happenings', filter: ['!', ['has', 'point_count']], paint: { 'circle-radius': bySize, 'circle-color': byHarm, 'circle-opacity': 0.28, 'circle-stroke-color': byHarm, 'circle-stroke-width': 1.4 } },
      { id: 'clusters', type: 'circle', source: 'happenings', filter: ['has', 'point_count'], paint: { 'circle-radius': ['max', ['+', 8, ['*', 2, ['sqrt', ['get', 'point_count']]]], bySize], 'circle-color': byHarm, 'circle-opacity': 0.28, 'circle-stroke-color': byHarm, 'circle-stroke-width': 1.4 } },
      { id: 'places-chosen', type: 'circle', source: 'places', filter: ['==', ['get', 'key'], ''], paint: { 'circle-radius': 11, 'circle-opacity': 0, 'circle-stroke-color': c.chosen, 'circle-stroke-width': 2.5 } },
      { id: 'places', type: 'circle', source: 'places', paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, ['+', 1.5, ['get', 'weight']], 8, ['+', 4, ['get', 'weight']]], 'circle-color': ['get', 'colour'], 'circle-stroke-color': ['case', ['get', 'contested'], c.harm, c.ink], 'circle-stroke-width': ['case', ['get', 'contested'], 2.4, 1.1] } },
      { id: 'country-names', type: 'symbol', source: 'names', filter: ['get', 'country'], minzoom: 2.5, maxzoom: 6, layout: { ...label, 'text-field': ['get', 'name'], 'text-size': 12, 'text-letter-spacing': 0.12, 'text-transform': 'uppercase', 'text-max-width': 6, 'symbol-sort-key': 3 }, paint: { 'text-color': c.ink, 'text-opacity': 0.45, 'text-halo-color': c.halo, 'text-halo-width': 1 } },
      { id: 'province-names', type: 'symbol', source: 'names', filter: ['!', ['get', 'country']], minzoom: 5.6, layout: { ...label, 'text-field': ['get', 'name'], 'text-size': 11, 'text-letter-spacing': 0.05, 'symbol-sort-key': 2 }, paint: { 'text-color': c.ink, 'text-opacity': 0.7, 'text-halo-color': c.halo, 'text-halo-width': 1.2 } },
      { id: 'place-names', type: 'symbol', source: 'places', minzoom: 4.4, layout: { ...label, 'text-field': ['get', 'name'], 'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.75, 'text-justify': 'auto', 'symbol-sort-key': ['-', 0, ['get', 'weight']] }, paint: { 'text-color': c.ink, 'text-halo-color': c.halo, 'text-halo-width': 1.4 } },
      { id: 'cluster-counts', type: 'symbol', source: 'happenings', filter: ['has', 'point_count'], layout: { ...label, 'text-field': ['to-string', ['get', 'point_count']], 'text-size': 11, 'text-offset': [1, -1], 'text-allow-overlap': true }, paint: { 'text-color': c.ink, 'text-halo-color': c.halo, 'text-halo-width': 1.6 } },
    ],
  };
}
