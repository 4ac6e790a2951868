// Forms that save themselves as one types.
let typed;
addEventListener('input', (e) => {
  typed = e.target.form?.closest('[hx-post]');
});
// A press waits for a save under way.
addEventListener('submit', (e) => {
  const f = e.target;
  typed = null;
  if (!f.classList.contains('htmx-request')) return;
  e.preventDefault();
  f.addEventListener('htmx:afterRequest', () => f.requestSubmit(e.submitter), { once: true });
});
// Whoever leaves by a link right after the last letter loses nothing.
addEventListener('pagehide', () => {
  if (typed)
    fetch(typed.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(typed)),
      headers: { 'HX-Request': 'true' },
      keepalive: true,
    });
});
