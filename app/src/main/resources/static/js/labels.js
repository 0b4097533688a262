// Shows the labels that have room, those of large networks first; nearer by, more have.
export function thin(labels) {
  const shown = [];
  for (const label of labels) {
    const element = label.getElement();
    if (!element) continue;
    element.classList.remove('moot-hidden');
    const box = element.getBoundingClientRect();
    const free = shown.every(
      (other) => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top,
    );
    if (free) shown.push(box);
    else element.classList.add('moot-hidden');
  }
}
