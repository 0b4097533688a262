// A run on its way: says how far it is as it goes, and loads the page anew when it has ended.
const words = document.getElementById('progress-words');
const bar = document.getElementById('progress-bar');
const seconds = document.getElementById('progress-seconds');

if (words) {
  const source = new EventSource(`/forming/runs/${words.dataset.run}/progress`);
  let said = 0;
  source.addEventListener('progress', (event) => {
    const progress = JSON.parse(event.data);
    bar.value = progress.closed;
    seconds.textContent = Math.round(progress.seconds);
    // A screen reader reads each change aloud, so not too many.
    if (Date.now() - said > 2000) {
      said = Date.now();
      words.textContent = `${progress.words}.`;
    }
  });
  source.addEventListener('ended', () => {
    source.close();
    location.reload();
  });
}
