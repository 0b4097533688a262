// Tints with hatching, so that neighbouring areas are told apart by more than colour.
const TINTS = ['#cfe3f5', '#fbe3c0', '#d3ecd5', '#f3d3de', '#e4dcf3', '#f4f0c3', '#d6e9ea', '#e9e2d8'];
const HATCHES = ['', 'M0,8 L8,0', 'M0,0 L8,8', 'M0,4 L8,4', 'M4,0 L4,8', 'M3,4 L5,4 M4,3 L4,5', 'M0,8 L8,0 M0,0 L8,8', 'M0,2 L4,6 L8,2'];

/** Gives each area a look that no area near it has, as far as there are looks to go round. */
export function look(areas) {
  const boxes = areas.map((area) => bounds(area.geometry.coordinates));
  const chosen = [];
  const used = new Array(TINTS.length).fill(0);
  const looks = new Map();
  areas.forEach((area, i) => {
    const near = new Array(TINTS.length).fill(0);
    for (let j = 0; j < i; j++) {
      if (meet(boxes[i], boxes[j])) near[chosen[j]]++;
    }
    let best = 0;
    for (let l = 1; l < near.length; l++) {
      if (near[l] < near[best] || (near[l] === near[best] && used[l] < used[best])) best = l;
    }
    chosen[i] = best;
    used[best]++;
    looks.set(area.properties.id, `url(#look-${best})`);
  });
  return looks;
}

export function tint(number) {
  return TINTS[number % TINTS.length];
}

/** Puts the patterns into the drawing of a map. */
export function patterns(map) {
  if (document.getElementById('look-0')) return; // all maps of a page share them
  const drawing = map.getPane('overlayPane').querySelector('svg');
  const all = element('defs');
  TINTS.forEach((colour, i) => {
    const pattern = element('pattern', { id: `look-${i}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' });
    pattern.append(element('rect', { width: 8, height: 8, fill: colour }));
    pattern.append(element('path', { d: HATCHES[i], stroke: '#5b6b7a', 'stroke-width': 0.7, 'stroke-opacity': 0.6, fill: 'none' }));
    all.append(pattern);
  });
  drawing.prepend(all);
}

function element(name, attributes = {}) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function bounds(coordinates, box = [Infinity, Infinity, -Infinity, -Infinity]) {
  if (typeof coordinates[0] === 'number') {
    box[0] = Math.min(box[0], coordinates[0]);
    box[1] = Math.min(box[1], coordinates[1]);
    box[2] = Math.max(box[2], coordinates[0]);
    box[3] = Math.max(box[3], coordinates[1]);
  } else {
    coordinates.forEach((inner) => bounds(inner, box));
  }
  return box;
}

function meet(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
