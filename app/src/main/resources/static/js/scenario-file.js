// Puts the text of a picked file where it can be seen before it is sent.
const row = document.querySelector('[data-pick-file]');
const text = document.getElementById('text');
if (row && text) {
  row.hidden = false;
  document.getElementById('pick').addEventListener('change', async (event) => {
    const [file] = event.target.files;
    if (file) {
      text.value = await file.text();
      text.focus();
    }
  });
}
