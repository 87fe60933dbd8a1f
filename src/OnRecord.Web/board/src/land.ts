import { Map as MapLibre, NavigationControl, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { around, middle, zoomOf, type View } from './mercator';
import type { Shapes } from './shapes';
import { hatch, type Fill } from './sketch';
import { mapColours } from './theme';

setWorkerUrl(workerUrl);

// Not closer than a report says where something is.
export const CLOSEST = 9.5;

// Closer than this the outlines of far countries have to be the fine ones.
const FINE = 6.5;
const NONE = { type: 'FeatureCollection' as const, features: [] };

/** The land that can be moved and brought closer: MapLibre draws outlines and who holds what, nothing else. */
export class Land {
  private readonly map: MapLibre;
  private readonly filled = new Map<string, string>();
  private stripes = '';
  private outlined?: string;
  private shown = 0;
  private fine = false;

  constructor(holder: HTMLElement, view: View, private readonly shapes: Shapes, moved: (view: View) => void, begun: () => void) {
    this.map = new MapLibre({
      container: holder,
      style: style(),
      center: middle(view),
      zoom: zoomOf(view),
      maxZoom: CLOSEST,
      minZoom: 1,
      renderWorldCopies: false,
      attributionControl: { compact: true, customAttribution: 'Natural Earth · GeoNames' },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      validateStyle: false,
      locale: { 'Map.Title': 'Map of who holds what. The same stands as a table under “Who holds what”.' },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.on('move', () => {
      moved(this.view());
      if (!this.fine && this.map.getZoom() > FINE) this.refine();
    });
    this.map.on('resize', () => moved(this.view()));
    this.map.once('style.load', () => {
      this.dress();
      this.map.once('idle', begun);
    });
  }

  view(): View {
    const { lng, lat } = this.map.getCenter();
    const { clientWidth, clientHeight } = this.map.getContainer();
    return around(lng, lat, this.map.getZoom(), clientWidth, clientHeight);
  }

  get canvas(): HTMLCanvasElement {
    return this.map.getCanvas();
  }

  /** Colours the divisions; only what differs is touched. */
  show(fills: Map<string, Fill>, chosen?: string): void {
    if (!this.map.getSource('provinces')) return;
    if (this.shown !== this.shapes.divisions.length) {
      this.shown = this.shapes.divisions.length;
      (this.map.getSource('provinces') as GeoJSONSource).setData({ type: 'FeatureCollection', features: this.shapes.divisions });
    }
    for (const code of this.filled.keys()) if (!fills.has(code)) this.map.removeFeatureState({ source: 'provinces', id: code }) && this.filled.delete(code);
    for (const [code, { colour }] of fills) {
      if (this.filled.get(code) === colour) continue;
      this.filled.set(code, colour);
      this.map.setFeatureState({ source: 'provinces', id: code }, { colour });
    }
    const hatched = [...fills].filter(([, fill]) => fill.hatched).map(([code]) => code).sort();
    if (this.stripes !== (this.stripes = hatched.join())) this.map.setFilter('provinces-hatch', ['in', ['get', 'code'], ['literal', hatched]]);
    const code = chosen ? this.shapes.of(chosen)?.properties.code : undefined;
    if (this.outlined !== (this.outlined = code)) this.map.setFilter('provinces-chosen', ['==', ['get', 'code'], code ?? '']);
  }

  closer(extent: [[number, number], [number, number]]): void {
    this.map.fitBounds(extent, { padding: 90, maxZoom: Math.min(CLOSEST, this.map.getZoom() + 3), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400 });
  }

  get isClose(): boolean {
    return this.map.getZoom() >= CLOSEST - 0.6;
  }

  restyle(): void {
    this.map.setStyle(style(), { diff: false, validate: false });
    this.filled.clear();
    [this.stripes, this.outlined, this.shown] = ['', undefined, 0];
    this.map.once('style.load', () => this.dress());
  }

  leave(): void {
    this.map.remove();
  }

  /** Told whenever the style is there anew. */
  dressed: () => void = () => undefined;

  private dress(): void {
    const tile = hatch(mapColours().hatch);
    this.map.addImage('hatch', tile.getContext('2d')!.getImageData(0, 0, tile.width, tile.height));
    if (this.fine) this.refine();
    this.dressed();
  }

  private refine(): void {
    this.fine = true;
    (this.map.getSource('world') as GeoJSONSource).setData('/api/shapes/world');
  }
}

function style(): StyleSpecification {
  const c = mapColours();
  const only: ExpressionSpecification = ['==', ['get', 'code'], ''];
  return {
    version: 8,
    sources: {
      // By its address: the worker fetches it, and the page need not hand it over.
      world: { type: 'geojson', data: '/api/shapes/sketch', tolerance: 0.3 },
      provinces: { type: 'geojson', data: NONE, promoteId: 'code', tolerance: 0.2 },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      { id: 'land', type: 'fill', source: 'world', paint: { 'fill-color': c.land, 'fill-antialias': false } },
      { id: 'provinces', type: 'fill', source: 'provinces', paint: { 'fill-antialias': false, 'fill-color': ['to-color', ['coalesce', ['feature-state', 'colour'], c.land]], 'fill-opacity': ['case', ['==', ['feature-state', 'colour'], null], 0.01, 0.62] } },
      { id: 'provinces-hatch', type: 'fill', source: 'provinces', filter: only, paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.85 } },
      { id: 'provinces-line', type: 'line', source: 'provinces', paint: { 'line-color': c.division, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 7, 1.1] } },
      { id: 'borders', type: 'line', source: 'world', paint: { 'line-color': c.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 7, 1.6] } },
      { id: 'provinces-chosen', type: 'line', source: 'provinces', filter: only, paint: { 'line-color': c.chosen, 'line-width': 2.5 } },
    ],
  };
}
