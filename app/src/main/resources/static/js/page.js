// For every page: tells the styles that scripts run, and wakes the components.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
const { initAll } = await import('/vendor/nhsuk-frontend.js');
initAll();
