// For every page: tells the styles that scripts run, and wakes the components.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
const { initAll } = await import('/vendor/nhsuk-frontend.js');
initAll();

// A table that is wider than what is seen of it says so.
const wide = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    target.classList.toggle('moot-scroll--wide', target.scrollWidth > target.clientWidth + 1);
  }
});
document.querySelectorAll('.moot-scroll').forEach((one) => wide.observe(one));
