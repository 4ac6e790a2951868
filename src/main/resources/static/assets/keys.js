// One-letter shortcuts of the staff's pages: each presses what carries it in data-key, which is an ordinary link, button
// or field, so everything works without this file. Nobody's typing is touched, and they can be switched off.
const fold = document.getElementById('keys');
const toggle = fold.querySelector('[data-keys-switch]');
const off = () => localStorage.getItem('keys') === 'off';
const name = () => { toggle.textContent = off() ? toggle.dataset.on : toggle.dataset.off; };
toggle.hidden = false;
name();
toggle.addEventListener('click', () => { localStorage.setItem('keys', off() ? 'on' : 'off'); name(); });
const step = (by) => {
  const rows = [...document.querySelectorAll('[data-rows] a')];
  if (!rows.length) return;
  const on = rows.indexOf(document.activeElement);
  const at = on < 0 ? rows.findIndex((row) => row.hasAttribute('aria-current')) : on;
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length].focus();
};
document.addEventListener('keydown', (e) => {
  const busy = e.target.closest('input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]');
  if (busy || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
  if (e.key === '?') { fold.open = !fold.open; if (fold.open) fold.querySelector('summary').focus(); return; }
  if (off()) return;
  if (e.key === 'x') { document.activeElement.closest('tr')?.querySelector('[type=checkbox]')?.click(); return; }
  if (e.key === 'j' || e.key === 'k') { step(e.key === 'j' ? 1 : -1); return; }
  const target = document.querySelector('[data-key="' + CSS.escape(e.key) + '"]');
  if (!target) return;
  e.preventDefault();
  target.focus();
  if (!target.matches('input[type=search], textarea, select')) target.click();
});
