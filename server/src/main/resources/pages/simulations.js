// The slider shows its value and asks when it is let go; the keys 1 to 4 mark a draft.
(() => {
  document.addEventListener('input', e => {
    if (e.target.matches('[data-slide]')) e.target.form.querySelector('output').value = e.target.value;
  });
  document.addEventListener('change', e => { if (e.target.matches('[data-slide]')) e.target.form.requestSubmit(); });
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, textarea, select')) return;
    const button = document.querySelector('[data-mark="' + CSS.escape(e.key) + '"]');
    if (button) { e.preventDefault(); button.click(); }
  });
})();
