import { Map as MapLibre, NavigationControl, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { around, middle, zoomOf, type View } from './mercator';
import { mapColours } from './theme';

setWorkerUrl(workerUrl);

// Not closer than a report says where something is.
export const CLOSEST = 9.5;

// Closer than this the outlines of far countries have to be the fine ones.
const FINE = 6.5;
const FINE_WORLD = '/api/shapes/world';

/** The land that can be moved and brought closer: MapLibre draws it, and tells where it lies. */
export class Land {
  private readonly map: MapLibre;
  private fine = false;

  constructor(holder: HTMLElement, view: View, moved: (view: View) => void, begun: () => void) {
    this.map = new MapLibre({
      container: holder,
      style: style(false),
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
    this.map.once('idle', begun);
  }

  view(): View {
    const { lng, lat } = this.map.getCenter();
    const { clientWidth, clientHeight } = this.map.getContainer();
    return around(lng, lat, this.map.getZoom(), clientWidth, clientHeight);
  }

  get canvas(): HTMLCanvasElement {
    return this.map.getCanvas();
  }

  closer(extent: [[number, number], [number, number]]): void {
    this.map.fitBounds(extent, { padding: 90, maxZoom: Math.min(CLOSEST, this.map.getZoom() + 3), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400 });
  }

  get isClose(): boolean {
    return this.map.getZoom() >= CLOSEST - 0.6;
  }

  restyle(): void {
    this.map.setStyle(style(this.fine), { diff: false, validate: false });
  }

  leave(): void {
    this.map.remove();
  }

  private refine(): void {
    this.fine = true;
    (this.map.getSource('world') as GeoJSONSource).setData(FINE_WORLD);
  }
}

function style(fine: boolean): StyleSpecification {
  const c = mapColours();
  return {
    version: 8,
    // By its address: the worker fetches it, and the page need not hand it over.
    sources: { world: { type: 'geojson', data: fine ? FINE_WORLD : '/api/shapes/sketch', tolerance: 0.3 } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      { id: 'land', type: 'fill', source: 'world', paint: { 'fill-color': c.land, 'fill-antialias': false } },
      { id: 'borders', type: 'line', source: 'world', paint: { 'line-color': c.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 7, 1.6] } },
    ],
  };
}
