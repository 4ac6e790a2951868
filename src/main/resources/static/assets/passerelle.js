// Everything works without this.
addEventListener('click', async (e) => {
  const b = e.target.closest('[data-copy]');
  if (!b) return;
  const from = document.getElementById(b.dataset.copy);
  const say = (text) => { b.querySelector('[aria-live]').textContent = text; };
  try {
    await navigator.clipboard.writeText(from.textContent.trim());
    say(b.dataset.done);
  } catch {
    getSelection().selectAllChildren(from);
    say(b.dataset.else);
  }
  setTimeout(say, 4000, b.dataset.label);
});
// Back to a list: its own filters.
addEventListener('pageshow', (e) => {
  if (e.persisted || performance.getEntriesByType('navigation')[0]?.type === 'back_forward')
    document.querySelectorAll('form[role=search]').forEach((f) => f.reset());
});
