// The slider shows its value; keys press the buttons and fields that name them; what cannot be undone asks first.
(() => {
  document.addEventListener('input', e => {
    if (e.target.matches('[data-slide]')) e.target.form.querySelector('output').value = Number(e.target.value).toFixed(2);
  });
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input:not([type=radio]), textarea, select')) return;
    const named = document.querySelector('[data-key="' + CSS.escape(e.key) + '"]');
    if (!named) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (named.matches('input:not([type=radio])')) named.focus(); else named.click();
  }, true);
  document.addEventListener('click', e => {
    const asking = e.target.closest('[data-ask]');
    if (asking && !window.confirm(asking.dataset.ask)) e.preventDefault();
  });
})();
