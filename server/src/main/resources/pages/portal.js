// The editor of an article: what is written goes along with its form.
(() => {
  'use strict';
  addEventListener('click', e => {
    const button = e.target.closest && e.target.closest('.article-tools [data-format]');
    if (!button) return;
    e.preventDefault(); e.stopImmediatePropagation();
    button.closest('form').querySelector('.editor').focus();
    document.execCommand(button.dataset.format, false, button.dataset.value || null);
  }, true);
  addEventListener('submit', e => {
    const editor = e.target.querySelector && e.target.querySelector('.article-box .editor');
    if (editor) e.target.querySelector('[name=body]').value = editor.innerHTML;
  }, true);
})();
