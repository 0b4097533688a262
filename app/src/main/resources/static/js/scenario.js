// The scenario page: sliders beside its number fields, and the answer to what is typed at once.
const form = document.getElementById('fields');
const answer = document.getElementById('answer');
const told = document.getElementById('form-told');
const short = document.getElementById('in-short');

// "£1,234.50", "8 %" and the like: the number, and how to write another in its place.
const number = (text) => parseFloat(text.replace(/[£%,\s]/g, '').replace('−', '-'));
const like = (text, value) => {
  const plain = String(Math.round(value * 1000) / 1000);
  if (text.includes('£')) {
    const [pounds, pence = ''] = plain.split('.');
    const grouped = pounds.replace(/\B(?=(\d{3})+$)/g, ',');
    return `£${grouped}.${pence.padEnd(2, '0')}`;
  }
  return text.includes('%') ? `${plain} %` : plain;
};

let asking = false;
let again = false;
async function ask() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const open = [...answer.querySelectorAll('details[open]')].map((one) => one.id);
    const body = new URLSearchParams(new FormData(form));
    // What is folded up is not written out, so that the rest comes at once.
    body.set('open', open.join(','));
    const response = await fetch(form.dataset.answer, { method: 'POST', body });
    const html = await response.text();
    if (response.ok) {
      answer.innerHTML = html;
      open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
      told.replaceChildren();
      short.textContent = answer.firstElementChild.dataset.inShort;
      answer.classList.remove('moot-scene__answer--old');
    } else if (response.status === 422) {
      told.innerHTML = html;
      short.textContent = told.querySelector('li')?.textContent ?? '';
      answer.classList.add('moot-scene__answer--old');
    } else {
      short.textContent = 'No answer came. Maybe load the page again?';
    }
  } catch {
    short.textContent = 'No answer came. Maybe the connection is gone?';
  }
  asking = false;
  if (again) {
    again = false;
    ask();
  }
}

function addSlider(input) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.className = 'moot-slider';
  slider.step = input.dataset.step;
  slider.setAttribute('aria-label', `${input.labels[0].textContent}, slider`);
  const bounds = () => {
    // The likely value stays between the low and the high that somebody states.
    const beside = (part) => {
      const other = form.elements[input.name.replace(/likely$/, part)];
      return input.name.endsWith('.likely') && other?.value ? number(other.value) : NaN;
    };
    const low = beside('low');
    const high = beside('high');
    const value = number(input.value);
    slider.min = Number.isNaN(low) ? 0 : low;
    slider.max = Number.isNaN(high) ? Math.max(Number(input.dataset.most), value || 0) : high;
    // Nothing is said: nothing comes of it.
    slider.value = Number.isNaN(value) ? slider.min : value;
  };
  bounds();
  slider.addEventListener('input', () => {
    input.value = like(input.value || input.placeholder, Number(slider.value));
  });
  form.addEventListener('input', (event) => {
    if (event.target !== slider) {
      bounds();
    }
  });
  input.after(slider);
}

if (form && answer) {
  answer.addEventListener(
    'toggle',
    (event) => {
      if (event.target.open && !event.target.lastElementChild.childElementCount) {
        ask();
      }
    },
    true,
  );
  form.querySelectorAll('input[data-most]').forEach(addSlider);
  form.addEventListener('input', (event) => {
    if (event.target.id !== 'words' && event.target.id !== 'add') {
      ask();
    }
  });
}
