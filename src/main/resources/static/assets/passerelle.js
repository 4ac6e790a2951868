// The whole of the page's own script. Everything works without it.
document.addEventListener('click', async (e) => {
  const b = e.target.closest('[data-copy]');
  if (!b) return;
  const source = document.getElementById(b.dataset.copy);
  const said = b.querySelector('[aria-live]');
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    said.textContent = b.dataset.done;
  } catch {
    getSelection().selectAllChildren(source);
    said.textContent = b.dataset.else;
  }
  setTimeout(() => { said.textContent = b.dataset.label; }, 4000);
});
// Back to a list: its filters say again what the list shows, not what was chosen after it.
addEventListener('pageshow', (e) => {
  const back = e.persisted || performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
  if (back) document.querySelectorAll('form[role=search]').forEach((f) => f.reset());
});
// A form that is just saving itself is sent once that is answered: sent at once, it would not know
// that what is stored now is its own.
addEventListener('submit', (e) => {
  const form = e.target;
  if (!form.classList.contains('htmx-request')) return;
  e.preventDefault();
  const go = () => form.requestSubmit(e.submitter);
  form.addEventListener('htmx:afterRequest', go, { once: true });
});
