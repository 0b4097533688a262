// All networks of the register on one map, on a canvas, so that a whole country is there at once.
import { thin } from '/js/labels.js';
import { tint } from '/js/looks.js';

const L = window.L;
const whole = new Intl.NumberFormat('en-GB');
const NEAR = 9.5;
const MOST_LABELS = 120;
const SIGNS = { '-1': ' ▼', 0: '', 1: ' ▲' };

const box = document.querySelector('[data-overview]');
if (box) {
  const answer = await fetch(box.dataset.overview);
  if (answer.ok) draw(box, await answer.json());
}

function draw(box, register) {
  const place = document.createElement('div');
  place.className = 'moot-map__live moot-map__live--tall';
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', "Map of today's networks. Arrow keys move it, plus and minus zoom.");
  box.prepend(place);

  const map = L.map(place, { preferCanvas: true, zoomSnap: 0.25, attributionControl: Boolean(box.dataset.tiles) });
  const sites = register.practices.map(([longitude, latitude]) => [latitude, longitude]);
  map.fitBounds(L.latLngBounds(sites), { padding: [10, 10] });
  if (box.dataset.tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(box.dataset.tiles, { attribution: box.dataset.credit, maxZoom: 18 }).addTo(map);
  }

  const middles = register.networks.map((network, i) => {
    const area = L.polygon(network.area, {
      color: '#4c5b68',
      weight: 0.8,
      fillColor: tint(i),
      fillOpacity: 0.85,
    })
      .bindPopup(() =>
        lines(
          network.name,
          `${network.code}: ${whole.format(network.patients)} patients in ${network.practices} practices${SIGNS[network.size]}`,
        ),
      )
      .addTo(map);
    return area.getBounds().isValid() ? area.getBounds().getCenter() : null;
  });

  // The practices come when there is room for them.
  const dots = L.layerGroup();
  register.practices.forEach(([, , list, network, code, name], i) => {
    L.circleMarker(sites[i], { radius: 3, color: '#ffffff', weight: 0.6, fillColor: '#1d2a35', fillOpacity: 1 })
      .bindPopup(() =>
        lines(
          name,
          `${code}: ${whole.format(list)} patients`,
          network < 0 ? 'In no network today' : `Today in ${register.networks[network].name}`,
        ),
      )
      .addTo(dots);
  });

  const labels = L.layerGroup().addTo(map);
  const update = () => {
    labels.clearLayers();
    if (map.getZoom() < NEAR) {
      dots.remove();
      return;
    }
    dots.addTo(map);
    const seen = map.getBounds();
    const shown = [];
    register.networks
      .map((network, i) => [network, middles[i]])
      .filter(([, middle]) => middle && seen.contains(middle))
      .sort(([a], [b]) => b.patients - a.patients)
      .slice(0, MOST_LABELS)
      .forEach(([network, middle]) => {
        shown.push(
          L.tooltip({ permanent: true, direction: 'center', className: 'moot-label', interactive: false })
            .setLatLng(middle)
            .setContent(lines(`${network.name}${SIGNS[network.size]}`))
            .addTo(labels),
        );
      });
    thin(shown);
  };
  map.on('moveend', update);
  update();
  place.dataset.drawn = 'yes';
}

function lines(...all) {
  const element = document.createElement('div');
  all.forEach((line, i) => {
    const p = document.createElement(i === 0 ? 'strong' : 'div');
    p.textContent = line;
    element.append(p);
  });
  return element;
}
