// A draft at work: practices are dragged on the map or moved by the form; what others do shows at
// once. Without this script the form does the same, a page at a time.
import { thin } from '/js/labels.js';
import { look, patterns } from '/js/looks.js';

const desk = document.getElementById('draft');
const panel = document.getElementById('draft-panel');
const told = document.getElementById('draft-told');
const news = document.getElementById('draft-news');
const address = `/table/drafts/${desk.dataset.draft}`;
const live = desk.dataset.live === 'true';
const whole = new Intl.NumberFormat('en-GB');

const version = () => Number(panel.querySelector('#panel').dataset.version);
const open = () => desk.dataset.open === 'true';
let map = null;

// What the panel says.

function practices() {
  return [...panel.querySelectorAll('[data-practice]')].map((row) => ({
    code: row.dataset.practice,
    name: row.dataset.name,
    network: row.closest('[data-network]').dataset.network,
  }));
}

function networks() {
  return [...panel.querySelectorAll('#members [data-network]')]
    .filter((part) => part.dataset.network)
    .map((part) => ({ ...part.dataset }));
}

function ticked() {
  return [...panel.querySelectorAll('input[name="practice"]:checked')].map((box) => box.value);
}

// Changes.

let asking = Promise.resolve();

/** One after the other, so that two quick moves of one person never overtake each other. */
function change(body) {
  const turn = asking.then(async () => {
    const form = new URLSearchParams(body);
    const token = panel.querySelector('#moving input[type="hidden"]');
    form.set(token.name, token.value);
    form.set('on', version());
    const ok = await send(`${address}/change`, form);
    await refresh();
    return ok;
  });
  asking = turn.catch(() => {});
  return turn;
}

async function send(to, form) {
  try {
    const answer = await fetch(to, { method: 'POST', body: form, headers: { Accept: 'application/json' } });
    if (answer.ok) {
      say('');
      return true;
    }
    const known = answer.headers.get('Content-Type')?.startsWith('application/json');
    say(known ? (await answer.json()).message : 'That could not be done. Maybe load the page anew and try again?');
  } catch {
    say('The table could not be reached. Nothing was changed. Maybe try again in a moment?');
  }
  return false;
}

function say(words) {
  told.textContent = words;
  told.classList.toggle('moot-hidden', !words);
}

panel.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-change]')) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  if (form.action.endsWith('/change')) {
    change(body).then((ok) => {
      if (ok && body.get('what') === 'move') untick();
    });
  } else {
    asking = asking.then(async () => {
      body.set('on', version());
      await send(form.action, body);
      await refresh();
    });
  }
});

function untick() {
  panel.querySelectorAll('input[name="practice"]:checked').forEach((box) => (box.checked = false));
  map?.paint();
}

panel.addEventListener('change', (event) => {
  if (event.target.name === 'practice') map?.paint();
});

panel.addEventListener('keydown', (event) => {
  if (event.target.name === 'practice' && event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    if (ticked().length === 0) {
      event.target.checked = true;
      map?.paint();
    }
    panel.querySelector('#network').focus();
  }
  if (event.target.id === 'network' && event.key === 'Enter') {
    event.preventDefault();
    panel.querySelector('#move').click();
  }
});

// What others do, and what became of what we did.

let refreshing = null;
let again = false;

async function refresh() {
  if (refreshing) {
    again = true;
    return refreshing;
  }
  refreshing = fetchPanel().finally(() => (refreshing = null));
  await refreshing;
  if (again) {
    again = false;
    await refresh();
  }
}

async function fetchPanel() {
  const answer = await fetch(`${address}/panel`, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const html = await answer.text();
  const before = version();
  const chosen = new Set(ticked());
  const network = panel.querySelector('#network')?.value;
  const focus = panel.contains(document.activeElement) ? document.activeElement.id : '';
  const opened = [...panel.querySelectorAll('details[open]')].map((details) => details.id);
  const scrolled = panel.querySelector('#members')?.scrollTop ?? 0;
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  panel.replaceChildren(...fresh.body.childNodes);
  for (const box of panel.querySelectorAll('input[name="practice"]')) box.checked = chosen.has(box.value);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  const select = panel.querySelector('#network');
  if (select && network && [...select.options].some((option) => option.value === network && !option.disabled)) select.value = network;
  panel.querySelector('#members').scrollTop = scrolled;
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  const now = panel.querySelector('#panel').dataset;
  if (Number(now.version) !== before) news.textContent = `Version ${now.version}: ${now.madeBy} ${now.words}.`;
  map?.paint();
}

if (live) {
  const events = new EventSource(`${address}/events`);
  events.addEventListener('draft', (event) => {
    const [what, number] = event.data.split(' ');
    if (what === 'still' || (what === 'version' && Number(number) <= version())) return;
    refresh();
  });
}

// The map.

const box = document.querySelector('[data-draft-map]');
map = await draw();
map?.paint();

async function draw() {
  const answer = await fetch(box.dataset.draftMap);
  if (!answer.ok) return null;
  const L = window.L;
  const place = await answer.json();
  const cells = new Map();
  const points = new Map();
  for (const feature of place.features) {
    if (feature.properties.kind === 'network' && feature.geometry) cells.set(feature.properties.id, feature);
    if (feature.properties.kind === 'practice') points.set(feature.properties.code, feature);
  }
  const element = document.createElement('div');
  element.className = 'moot-map__live';
  element.id = 'draft-map';
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', `Map: ${box.dataset.mapName}. Arrow keys move it, plus and minus zoom. The list of practices does by keyboard what dragging does here.`);
  box.prepend(element);
  const leaflet = L.map(element, { zoomSnap: 0.25, attributionControl: Boolean(box.dataset.tiles) });
  if (box.dataset.tiles) {
    leaflet.attributionControl.setPrefix(false);
    L.tileLayer(box.dataset.tiles, { attribution: box.dataset.credit, maxZoom: 18 }).addTo(leaflet);
  }

  let networkOf = new Map();
  const areas = L.geoJSON([...cells.values()], {
    style: () => ({ color: '#3d4f4d', weight: 0.6, fillOpacity: 0.85, fillColor: '#ffffff' }),
  });
  const bounds = areas.getBounds();
  leaflet.fitBounds(bounds.isValid() ? bounds : L.latLngBounds([...points.values()].map(turned)), { padding: [8, 8] });
  areas.addTo(leaflet);
  patterns(leaflet);
  areas.eachLayer((layer) => layer.bindPopup(() => saidOf(networkOf.get(layer.feature.properties.id))));

  const threads = L.layerGroup().addTo(leaflet);
  const labels = L.layerGroup().addTo(leaflet);
  const pins = new Map();
  for (const [code, feature] of points) {
    const pin = L.marker(turned(feature), {
      icon: L.divIcon({ className: 'moot-pin', iconSize: [14, 14] }),
      draggable: open(),
      autoPan: true,
      keyboard: false,
      riseOnHover: true,
    }).addTo(leaflet);
    pin.bindTooltip(() => span(`${feature.properties.name}: ${whole.format(feature.properties.patients)}`), { direction: 'top', offset: [0, -6] });
    pin.on('click', () => {
      const tick = document.getElementById(`practice-${code}`);
      if (tick) {
        tick.checked = !tick.checked;
        paint();
      }
    });
    pin.on('drag', (event) => drops.forEach((drop) => drop.element.classList.toggle('moot-drop--over', over(drop.element, event))));
    pin.on('dragend', (event) => dropped(code, event));
    pins.set(code, pin);
  }

  let where = null;
  leaflet.getContainer().addEventListener('pointermove', (event) => (where = [event.clientX, event.clientY]));
  document.addEventListener('pointermove', (event) => (where = [event.clientX, event.clientY]));
  const drops = open() ? [dropBox('New network', '+'), dropBox('No network', '-')] : [];

  function dropBox(words, to) {
    const Control = L.Control.extend({
      onAdd() {
        const control = document.createElement('div');
        control.className = 'moot-drop';
        control.textContent = words;
        control.dataset.drop = to;
        return control;
      },
    });
    const control = new Control({ position: 'topright' }).addTo(leaflet);
    return { element: control.getContainer(), to };
  }

  function over(element, event) {
    const at = event.target ? leaflet.latLngToContainerPoint(event.target.getLatLng()) : null;
    const frame = leaflet.getContainer().getBoundingClientRect();
    const x = where ? where[0] : frame.left + at.x;
    const y = where ? where[1] : frame.top + at.y;
    const rectangle = element.getBoundingClientRect();
    return rectangle.left <= x && x <= rectangle.right && rectangle.top <= y && y <= rectangle.bottom;
  }

  function dropped(code, event) {
    const pin = event.target;
    const at = leaflet.latLngToContainerPoint(pin.getLatLng());
    const drop = drops.find((one) => over(one.element, event));
    drops.forEach((one) => one.element.classList.remove('moot-drop--over'));
    pin.setLatLng(turned(points.get(code)));
    // The nearest practice, as the areas on the map say; its own spot means: stay.
    let nearest = code;
    let least = Infinity;
    for (const [other, feature] of points) {
      const distance = leaflet.latLngToContainerPoint(turned(feature)).distanceTo(at);
      if (distance < least && (other === code || networkOf.get(other))) {
        least = distance;
        nearest = other;
      }
    }
    const to = drop ? drop.to : networkOf.get(nearest);
    if (!drop && (nearest === code || to === networkOf.get(code))) return;
    const chosen = ticked();
    const moving = chosen.includes(code) ? chosen : [code];
    const body = new URLSearchParams({ what: 'move', network: to });
    moving.forEach((one) => body.append('practice', one));
    change(body).then((ok) => {
      if (ok && moving.length > 1) untick();
    });
  }

  const looks = new Map();

  function paint() {
    const all = networks();
    networkOf = new Map(practices().map((practice) => [practice.code, practice.network]));
    const unknown = all.filter((network) => !looks.has(network.network));
    if (looks.size === 0) {
      const drawn = all.map((network) => ({
        properties: { id: network.network },
        geometry: { coordinates: [...networkOf].filter(([code, of]) => of === network.network && cells.has(code)).map(([code]) => cells.get(code).geometry.coordinates) },
      }));
      look(drawn.filter((area) => area.geometry.coordinates.length > 0)).forEach((value, key) => looks.set(key, value));
    }
    for (const network of unknown) {
      if (!looks.has(network.network)) {
        const used = [...looks.values()];
        const count = (value) => used.filter((one) => one === value).length;
        const choices = Array.from({ length: 8 }, (_, i) => `url(#look-${i})`);
        looks.set(network.network, choices.reduce((best, one) => (count(one) < count(best) ? one : best)));
      }
    }
    const chosen = new Set(ticked());
    const hubs = new Set(all.map((network) => network.hub));
    areas.eachLayer((layer) => {
      const network = networkOf.get(layer.feature.properties.id);
      layer.setStyle({ fillColor: network ? looks.get(network) : '#ffffff' });
    });
    for (const [code, pin] of pins) {
      const mark = pin.getElement();
      mark.classList.toggle('moot-pin--hub', hubs.has(code));
      mark.classList.toggle('moot-pin--ticked', chosen.has(code));
      mark.classList.toggle('moot-pin--open', open());
      mark.dataset.pin = code;
    }
    threads.clearLayers();
    labels.clearLayers();
    const shown = [];
    for (const network of all.sort((a, b) => b.patients - a.patients)) {
      const hub = points.get(network.hub);
      if (!hub) continue;
      const lines = [...networkOf].filter(([code, of]) => of === network.network && code !== network.hub && points.has(code));
      L.polyline(lines.map(([code]) => [turned(points.get(code)), turned(hub)]), { color: '#33424f', weight: 0.9, opacity: 0.6, interactive: false }).addTo(threads);
      const sign = network.size.startsWith('under') ? ' ▼' : network.size.startsWith('over') ? ' ▲' : '';
      const label = L.tooltip({ permanent: true, direction: 'top', offset: [0, -8], className: 'moot-label', interactive: false })
        .setLatLng(turned(hub))
        .setContent(span(`${network.called}${sign}`))
        .addTo(labels);
      shown.push(label);
    }
    thin(shown);
    current = shown;
  }

  let current = [];
  leaflet.on('zoomend resize', () => thin(current));

  function saidOf(network) {
    const found = networks().find((one) => one.network === network);
    const words = document.createElement('div');
    words.textContent = found ? `${found.called}: ${whole.format(found.patients)} patients, ${found.size}${found.connected === 'true' ? '' : ', not connected'}` : 'In no network';
    return words;
  }

  return { paint };
}

function turned(feature) {
  const [longitude, latitude] = feature.geometry.coordinates;
  return [latitude, longitude];
}

function span(words) {
  const element = document.createElement('span');
  element.textContent = words;
  return element;
}
