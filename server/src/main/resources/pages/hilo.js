// What pages do by themselves: keys, sheets, drafts, live updates. Each part works on what it finds; nothing needs it to be read.
(function () {
  'use strict';
  const $ = (selector, root) => (root || document).querySelector(selector);
  const $$ = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const token = () => $('meta[name=csrf]').content;

  // --- talking to the server ---
  document.addEventListener('htmx:configRequest', e => { e.detail.headers['X-CSRF'] = token(); });
  document.addEventListener('htmx:responseError', e => toast(e.detail.xhr.responseText.slice(0, 300) || String(e.detail.xhr.status), {bad: true}));
  document.addEventListener('htmx:sendError', () => toast(document.body.dataset.offline, {bad: true}));
  document.addEventListener('toast', e => toast(e.detail.text, {undo: e.detail.undo, label: e.detail.label}));

  function toast(text, how) {
    const line = document.createElement('div'), label = document.createElement('span');
    line.className = 'toast-line' + (how && how.bad ? ' is-bad' : '');
    label.textContent = text;
    line.append(label);
    if (how && how.undo) line.append(button(how.label, () => { line.remove(); post(how.undo); }));
    else line.append(button('✕', () => line.remove(), document.body.dataset.close));
    $('#toasts').append(line);
    setTimeout(() => line.remove(), how && how.bad ? 12000 : 10000);
    return line;
  }
  function button(text, action, name) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    if (name) made.setAttribute('aria-label', name);
    made.addEventListener('click', action);
    return made;
  }
  function post(path, values) {
    return htmx.ajax('POST', path, {source: document.body, target: '#main', swap: 'none', values: values || {}});
  }

  // forms that come back to where they are
  document.addEventListener('submit', e => {
    const to = e.target.matches('[data-here]') && e.target.querySelector('input[name=to]');
    if (to) to.value = location.pathname + location.search;
  });

  // --- live: one stream for the whole visit ---
  let lost = null;
  document.addEventListener('htmx:sseError', () => { if (!lost) lost = toast(document.body.dataset.lost, {bad: true}); });
  document.addEventListener('htmx:sseOpen', () => { if (lost) { lost.remove(); lost = null; toast(document.body.dataset.back); fire('changed'); } });
  document.addEventListener('htmx:sseMessage', e => { if (e.detail.type === 'changed') fire('changed', e.detail.data); });
  let waiting = null;
  function fire(name, data) {
    const tickets = data ? data.split(' ') : [];
    $$('[data-live]').forEach(part => {
      const only = part.dataset.live;
      if (!only || !tickets.length || tickets.includes(only)) htmx.trigger(part, 'live');
    });
  }

  // --- navigation: which section is open ---
  function mark() {
    const main = $('#main');
    if (!main) return;
    $$('.rail-link[data-section]').forEach(link => {
      if (link.dataset.section === main.dataset.section) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
  }
  document.addEventListener('htmx:afterSettle', e => {
    mark();
    if (e.detail.target && e.detail.target.id === 'main') { const main = $('#main'); if (main) main.focus({preventScroll: true}); }
  });

  // --- sheets ---
  document.addEventListener('click', e => {
    const opener = e.target.closest('[data-open]');
    if (opener) { open(opener.dataset.open); return; }
    if (e.target.closest('[data-close]')) { e.target.closest('dialog').close(); return; }
    if (e.target instanceof HTMLDialogElement) e.target.close();
    $$('details.rail-menu[open], details.drop[open]').forEach(menu => { if (!menu.contains(e.target)) menu.open = false; });
  });
  function open(id) {
    const sheet = $('#' + id);
    if (!sheet || sheet.open) return;
    sheet.showModal();
    const field = $('input', sheet);
    if (field) { field.value = ''; field.focus(); }
    if (id === 'palette') narrow();
  }

  // --- the command palette ---
  const options = () => $$('#palette-list li').filter(option => !option.hidden);
  function narrow() {
    const words = $('.palette-input').value.trim();
    const here = $('.ticket') ? 'ticket' : $('.inbox') ? 'list' : '';
    $$('#palette-list li').forEach(option => {
      const search = option.dataset.search !== undefined;
      if (search) { option.hidden = !words; $('b', option).textContent = words; return; }
      const fits = !option.dataset.where || option.dataset.where === here;
      option.hidden = !fits || !option.textContent.toLowerCase().includes(words.toLowerCase());
    });
    choose(options()[0]);
  }
  function choose(option) {
    $$('#palette-list li').forEach(o => o.setAttribute('aria-selected', o === option));
    const field = $('.palette-input');
    if (option) { field.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({block: 'nearest'}); }
    else field.removeAttribute('aria-activedescendant');
  }
  function run(option) {
    if (!option) return;
    const words = $('.palette-input').value.trim();
    $('#palette').close();
    if (option.dataset.href) go(option.dataset.href);
    else if (option.dataset.search) go(option.dataset.search + encodeURIComponent(words));
    else key(option.dataset.key);
  }
  function go(path) {
    htmx.ajax('GET', path, {source: $('.rail-nav') || document.body, target: '#main', select: '#main', swap: 'outerHTML show:window:top'})
      .then(() => {});
    history.pushState({htmx: true}, '', path);
  }
  document.addEventListener('input', e => { if (e.target.matches('.palette-input')) narrow(); });
  document.addEventListener('keydown', e => {
    if (!e.target.matches('.palette-input')) return;
    const all = options(), at = all.findIndex(o => o.getAttribute('aria-selected') === 'true');
    if (e.key === 'ArrowDown') { choose(all[(at + 1) % all.length]); e.preventDefault(); }
    else if (e.key === 'ArrowUp') { choose(all[(at + all.length - 1) % all.length]); e.preventDefault(); }
    else if (e.key === 'Enter') { run(all[at]); e.preventDefault(); }
  });
  document.addEventListener('click', e => { const option = e.target.closest('#palette-list li'); if (option) run(option); });

  // --- keys ---
  let g = 0;
  document.addEventListener('keydown', e => {
    if ((e.metaKey || e.ctrlKey) && e.key.toLowerCase() === 'k') { open('palette'); e.preventDefault(); return; }
    if (e.metaKey || e.ctrlKey || e.altKey || e.defaultPrevented || $('dialog[open]')) return;
    if (e.target.closest('input, textarea, select, [contenteditable=true]')) {
      if (e.key === 'Escape') e.target.blur();
      return;
    }
    if (e.key === 'Enter' && e.target.closest('a, button, summary')) return;
    if (Date.now() - g < 1200) {
      g = 0;
      const link = $('[data-go="' + CSS.escape(e.key) + '"]');
      if (link) { go(link.getAttribute('href')); e.preventDefault(); return; }
    }
    if (e.key === 'g') { g = Date.now(); return; }
    if (key(e.key)) e.preventDefault();
  });
  function key(pressed) {
    switch (pressed) {
      case '?': open('keys'); return true;
      case '/': { const field = $('#search'); if (field) { field.focus(); field.select(); } else open('palette'); return true; }
      default: return Boolean(handlers[pressed] && handlers[pressed]() !== false);
    }
  }
  const handlers = {};
  mark();
  window.hilo = {$: $, $$: $$, token: token, toast: toast, post: post, go: go, handlers: handlers};
})();
