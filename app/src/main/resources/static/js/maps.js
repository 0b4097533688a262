// Turns the drawn maps into ones to move about in. What they show also stands in the tables.
import { thin } from '/js/labels.js';
import { look, patterns } from '/js/looks.js';

const L = window.L;
const whole = new Intl.NumberFormat('en-GB');

for (const pair of document.querySelectorAll('[data-map-pair]')) {
  const maps = await Promise.all([...pair.querySelectorAll('[data-map]')].map(draw));
  const there = maps.filter((map) => map);
  for (const map of there) {
    map.on('move', () => {
      if (map.leading) {
        for (const other of there) {
          if (other !== map) other.setView(map.getCenter(), map.getZoom(), { animate: false });
        }
      }
    });
    for (const event of ['mousedown', 'touchstart', 'keydown', 'wheel', 'focusin']) {
      map.getContainer().addEventListener(event, () => there.forEach((one) => (one.leading = one === map)), {
        passive: true,
      });
    }
  }
}
for (const box of document.querySelectorAll('[data-map]')) {
  if (!box.closest('[data-map-pair]')) await draw(box);
}

async function draw(box) {
  const answer = await fetch(box.dataset.map);
  if (!answer.ok) return null;
  const plan = await answer.json();

  const place = document.createElement('div');
  place.className = 'moot-map__live';
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', `Map: ${box.dataset.mapName}. Arrow keys move it, plus and minus zoom.`);
  box.prepend(place);

  const map = L.map(place, { zoomSnap: 0.25, attributionControl: Boolean(box.dataset.tiles) });
  if (box.dataset.tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(box.dataset.tiles, { attribution: box.dataset.credit, maxZoom: 18 }).addTo(map);
  }

  const networks = plan.features.filter((f) => f.properties.kind === 'network' && f.geometry);
  const practices = plan.features.filter((f) => f.properties.kind === 'practice');
  const hubs = new Map(practices.filter((f) => f.properties.hub).map((f) => [f.properties.network, f]));
  const looks = look(networks);

  const areas = L.geoJSON(networks, {
    style: (f) => ({ color: '#3d4f4d', weight: 1.2, fillOpacity: 0.85, fillColor: looks.get(f.properties.id) }),
    onEachFeature: (f, layer) => layer.bindPopup(() => saidOfNetwork(f.properties, practices)),
  });
  const bounds = areas.getBounds();
  map.fitBounds(bounds.isValid() ? bounds : L.latLngBounds(practices.map(turned)), { padding: [8, 8] });
  areas.addTo(map);
  patterns(map);

  const threads = [];
  for (const practice of practices) {
    const hub = hubs.get(practice.properties.network);
    if (hub && hub !== practice) {
      threads.push([turned(practice), turned(hub)]);
    }
  }
  L.polyline(threads, { color: '#33424f', weight: 0.8, opacity: 0.6, interactive: false }).addTo(map);

  const ringed = new Set((box.dataset.ringed ?? '').split(' '));
  for (const practice of practices) {
    const p = practice.properties;
    if (ringed.has(p.code)) {
      L.circleMarker(turned(practice), {
        radius: 10,
        color: '#1d2a35',
        weight: 2.5,
        fill: false,
        interactive: false,
        className: 'moot-ring',
      }).addTo(map);
    }
    L.circleMarker(turned(practice), {
      radius: p.hub ? 6 : 3.5,
      color: '#ffffff',
      weight: 1,
      fillColor: p.hub ? '#9c1c2e' : '#1d2a35',
      fillOpacity: 1,
    })
      .bindPopup(() => saidOfPractice(p))
      .addTo(map);
  }

  const labels = [];
  for (const network of [...networks].sort((a, b) => b.properties.patients - a.properties.patients)) {
    const hub = hubs.get(network.properties.id);
    if (!hub) continue;
    const sign = network.properties.size.startsWith('under') ? ' ▼' : network.properties.size.startsWith('over') ? ' ▲' : '';
    const label = L.tooltip({ permanent: true, direction: 'top', offset: [0, -5], className: 'moot-label', interactive: false })
      .setLatLng(turned(hub))
      .setContent(text(`${network.properties.id}${sign}`))
      .addTo(map);
    labels.push(label);
  }
  map.on('zoomend resize', () => thin(labels));
  thin(labels);

  return map;
}

function turned(feature) {
  const [longitude, latitude] = feature.geometry.coordinates;
  return [latitude, longitude];
}

function text(words) {
  const element = document.createElement('span');
  element.textContent = words;
  return element;
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

function saidOfNetwork(p, practices) {
  const hub = practices.find((f) => f.properties.code === p.hub);
  return lines(
    p.id,
    `${whole.format(p.patients)} patients, ${p.size}`,
    `${p.practices} ${p.practices === 1 ? 'practice' : 'practices'}${p.connected ? '' : ', not connected'}`,
    `Hub: ${hub ? hub.properties.name : p.hub}`,
  );
}

function saidOfPractice(p) {
  return lines(
    p.name,
    `${p.code}: ${whole.format(p.patients)} patients`,
    p.network ? `Network ${p.network}${p.hub ? ', hub' : ''}` : 'In no network',
    p.today ? `Today in ${p.today}` : 'In no network today',
  );
}
