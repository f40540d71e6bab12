// Beside the composer of a ticket: who else has it open, and the colleagues that a note can name.
(function () {
  'use strict';
  const {$, $$} = window.hilo;

  // --- who else is here ---
  let typed = 0;
  document.addEventListener('input', e => { if (e.target.closest && e.target.closest('#composer')) typed = Date.now(); });
  document.addEventListener('htmx:configRequest', e => {
    if (e.detail.elt.id === 'others') e.detail.formData.set('writing', String(Date.now() - typed < 20000));
  });
  document.addEventListener('htmx:beforeRequest', e => { if (e.detail.elt.id === 'others' && document.hidden) e.preventDefault(); });

  // --- @somebody ---
  const list = () => $('#mentions');
  const names = () => $$('#assign-list li[id^=as-]').filter(o => /^as-\d+$/.test(o.id)).map(o => $('span:last-child', o).textContent);
  const editorOf = e => e.target.closest && e.target.closest('[data-editor=note]');
  /** What stands between an @ and the caret, with where it is; null where there is none. */
  function begun() {
    const caret = getSelection();
    if (!caret.isCollapsed || !caret.anchorNode || caret.anchorNode.nodeType !== Node.TEXT_NODE) return null;
    const text = caret.anchorNode.data.slice(0, caret.anchorOffset), found = /(?:^|[\s\u00a0(])@([\p{L}\p{M}'. -]{0,40})$/u.exec(text);
    return found && {node: caret.anchorNode, from: text.length - found[1].length, to: caret.anchorOffset, words: found[1].toLowerCase()};
  }
  function offer(editor) {
    const at = begun(), box = list();
    const fits = at ? names().filter(name => (' ' + name.toLowerCase()).includes(' ' + at.words) && name.toLowerCase() !== at.words).slice(0, 8) : [];
    box.hidden = !fits.length;
    box.replaceChildren(...fits.map((name, i) => {
      const option = document.createElement('li');
      option.id = 'mention-' + i;
      option.className = 'menu-item';
      option.setAttribute('role', 'option');
      option.textContent = name;
      return option;
    }));
    mark(editor, 0);
  }
  function mark(editor, index) {
    const options = $$('li', list());
    options.forEach((option, i) => option.setAttribute('aria-selected', i === index));
    if (options[index]) editor.setAttribute('aria-activedescendant', options[index].id);
    else editor.removeAttribute('aria-activedescendant');
  }
  function take(editor, option) {
    const at = begun();
    if (!at || !option) return;
    at.node.replaceData(at.from, at.to - at.from, option.textContent + '\u00a0');
    getSelection().collapse(at.node, at.from + option.textContent.length + 1);
    list().hidden = true;
    editor.removeAttribute('aria-activedescendant');
    editor.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
  document.addEventListener('input', e => { const editor = editorOf(e); if (editor && list()) offer(editor); });
  document.addEventListener('keydown', e => {
    const editor = editorOf(e);
    if (!editor || !list() || list().hidden) return;
    const options = $$('li', list()), now = options.findIndex(o => o.getAttribute('aria-selected') === 'true');
    if (e.key === 'ArrowDown') mark(editor, (now + 1) % options.length);
    else if (e.key === 'ArrowUp') mark(editor, (now + options.length - 1) % options.length);
    else if ((e.key === 'Enter' && !e.ctrlKey && !e.metaKey) || e.key === 'Tab') take(editor, options[now]);
    else if (e.key === 'Escape') list().hidden = true;
    else return;
    e.preventDefault();
    e.stopPropagation();
  }, true);
  document.addEventListener('mousedown', e => {
    const option = e.target.closest('#mentions li');
    if (!option) return;
    e.preventDefault();
    take($('[data-editor=note]'), option);
  });
  document.addEventListener('focusout', e => { if (editorOf(e) && list()) list().hidden = true; });
})();
