// One box ticks all of a list's boxes of that name; without this file each is ticked by itself.
document.querySelectorAll('[data-all]').forEach((all) => {
  all.hidden = false;
  all.addEventListener('change', () => document.getElementsByName(all.dataset.all).forEach((box) => { box.checked = all.checked; }));
});
