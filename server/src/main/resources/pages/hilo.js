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
    if (how && how.undo) line.append(button(how.label, () => { line.remove(); post(how.undo).then(() => $('.ticket') ? go(location.pathname + location.search) : fire()); }));
    else line.append(button('✕', () => line.remove(), document.body.dataset.label));
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

  // forms that ask before, and forms that come back to where they are
  document.addEventListener('submit', e => { if (e.target.dataset.sure && !confirm(e.target.dataset.sure)) e.preventDefault(); });
  document.addEventListener('submit', e => {
    const to = e.target.matches('[data-here]') && e.target.querySelector('input[name=to]');
    if (to) to.value = location.pathname + location.search;
  });

  // --- live: one stream for the whole visit ---
  let lost = null;
  document.addEventListener('htmx:sseError', () => { if (!lost) lost = toast(document.body.dataset.lost, {bad: true}); });
  document.addEventListener('htmx:sseOpen', () => { if (lost) { lost.remove(); lost = null; toast(document.body.dataset.back); fire(); } });
  document.addEventListener('htmx:sseMessage', e => { if (e.detail.type === 'changed') fire(e.detail.data); });
  // At once, then once a second at most, and never without what came last. Without tickets it is for every part.
  let told = 0, timer = null, waiting = new Set(), all = false;
  function fire(tickets) {
    if (tickets) tickets.split(' ').forEach(ticket => waiting.add(ticket)); else all = true;
    if (!timer) timer = setTimeout(tell, Math.max(0, told + 1000 - Date.now()));
  }
  function tell() {
    const tickets = all ? null : waiting;
    timer = null; told = Date.now(); waiting = new Set(); all = false;
    $$('[data-live]').forEach(part => {
      const only = part.dataset.live;
      if (!only || !tickets || tickets.has(only)) htmx.trigger(part, 'live');
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
    if (e.detail.target && e.detail.target.id === 'main') { const main = $('#main'); if (main && document.activeElement === document.body) main.focus({preventScroll: true}); }
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
  document.addEventListener('input', e => { if (e.target.matches('.palette-input:not(.picker)')) narrow(); });
  document.addEventListener('keydown', e => {
    if (!e.target.matches('.palette-input:not(.picker)')) return;
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
    if (e.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]')) {
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

  // --- lists: where one is, what is selected ---
  let current = null;
  const rows = () => $$('#rows .row');
  function at(row, focus) {
    rows().forEach(r => r.classList.toggle('is-current', r === row));
    current = row ? row.dataset.ticket : null;
    if (row && focus) { const link = $('.row-link', row); link.focus({preventScroll: true}); row.scrollIntoView({block: 'nearest'}); }
  }
  const here = () => rows().find(r => r.dataset.ticket === current);
  function move(by) {
    const all = rows();
    if (!all.length) return false;
    const now = all.indexOf(here());
    at(all[Math.max(0, Math.min(all.length - 1, now < 0 ? 0 : now + by))], true);
  }
  document.addEventListener('focusin', e => { const row = e.target.closest('#rows .row'); if (row && e.target.matches('.row-link')) at(row, false); });
  handlers.j = () => move(1);
  handlers.k = () => move(-1);
  handlers.Enter = () => { const row = here(); if (!row) return false; $('.row-link', row).click(); };
  handlers.x = () => { const row = here(); if (!row) return false; $('input', row).click(); };
  let selected = new Set();
  function count() {
    const bar = $('#bulk');
    if (!bar) return;
    bar.hidden = !selected.size;
    const label = $('.bulk-count', bar);
    label.textContent = (selected.size === 1 ? label.dataset.one : label.dataset.other).replace('#', selected.size);
  }
  document.addEventListener('change', e => {
    if (!e.target.matches('.row-check input')) return;
    if (e.target.checked) selected.add(e.target.value); else selected.delete(e.target.value);
    count();
  });
  function clear() { selected.clear(); $$('.row-check input').forEach(box => { box.checked = false; }); count(); }
  document.addEventListener('htmx:afterSettle', e => {
    if (e.detail.target && e.detail.target.id === 'main') { selected.clear(); current = null; }
    $$('.row-check input').forEach(box => { box.checked = selected.has(box.value); });
    if (here()) here().classList.add('is-current');
    count();
  });
  const chosen = () => {
    const open = $('.ticket');
    if (open) return [open.dataset.ticket];
    return selected.size ? Array.from(selected) : current ? [current] : [];
  };
  function change(what) {
    const tickets = chosen();
    if (!tickets.length) return false;
    const values = {'tickets[]': tickets};
    what.split('&').forEach(pair => { const [name, value] = pair.split('='); values[name] = decodeURIComponent(value); });
    return post('/inbox/change', values).then(() => { clear(); fire(); });
  }
  document.addEventListener('click', e => {
    const bulk = e.target.closest('[data-bulk]');
    if (bulk) change(bulk.dataset.bulk);
    if (e.target.closest('[data-clear]')) clear();
    const pressed = e.target.closest('[data-key]');
    if (pressed && !pressed.closest('.palette-list')) key(pressed.dataset.key);
  });
  handlers.e = () => change('status=5');
  handlers.a = () => { if (!chosen().length || !$('#assign')) return false; open('assign'); pick(''); };
  handlers.l = () => { if (!chosen().length || !$('#label')) return false; open('label'); };
  handlers.m = () => { if (!$('#merge')) return false; $('#merge-chosen').replaceChildren(); open('merge'); };
  document.addEventListener('submit', e => {
    if (!e.target.matches('[data-label]')) return;
    change('add_tags=' + encodeURIComponent($('#label-text').value));
  });
  // the picker of an assignee: the palette's manners on another list
  const picks = () => $$('#assign-list li').filter(o => !o.hidden);
  function pick(words) {
    $$('#assign-list li').forEach(o => { o.hidden = !o.textContent.toLowerCase().includes(words.toLowerCase()); });
    mark2(picks()[0]);
  }
  function mark2(option) { $$('#assign-list li').forEach(o => o.setAttribute('aria-selected', o === option)); if (option) { $('.picker').setAttribute('aria-activedescendant', option.id); option.scrollIntoView({block: 'nearest'}); } }
  function take(option) { if (!option) return; $('#assign').close(); change(option.dataset.change); }
  document.addEventListener('input', e => { if (e.target.matches('.picker')) pick(e.target.value.trim()); });
  document.addEventListener('keydown', e => {
    if (!e.target.matches('.picker')) return;
    const all = picks(), now = all.findIndex(o => o.getAttribute('aria-selected') === 'true');
    if (e.key === 'ArrowDown') { mark2(all[(now + 1) % all.length]); e.preventDefault(); }
    else if (e.key === 'ArrowUp') { mark2(all[(now + all.length - 1) % all.length]); e.preventDefault(); }
    else if (e.key === 'Enter') { take(all[now]); e.preventDefault(); }
  });
  document.addEventListener('click', e => { const option = e.target.closest('#assign-list li'); if (option) take(option); });

  // --- the ticket: its thread ---
  const thread = () => $('#thread');
  let stuck = true, height = 0;
  function begin() {
    const box = thread();
    if (!box || box.dataset.begun) return;
    box.dataset.begun = 'yes';
    box.addEventListener('scroll', () => {
      stuck = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
      const pill = $('#to-newest');
      if (pill) pill.hidden = stuck && !pill.dataset.reload;
    }, {passive: true});
    const unread = $('.is-new', box);
    if (box.dataset.from === 'first') box.scrollTop = 0;
    else if (unread && unread !== $$('.card-message', box).pop()) unread.scrollIntoView({block: 'start'});
    else box.scrollTop = box.scrollHeight;
    const mini = $('.mini[aria-current]');
    if (mini) mini.scrollIntoView({block: 'nearest'});
    const editor = writing();
    if (editor) blank(editor);
    htmx.trigger(document.body, 'begun');
  }
  document.addEventListener('htmx:beforeSwap', e => { if (e.detail.target && e.detail.target.closest('#thread')) height = thread().scrollHeight; });
  document.addEventListener('htmx:afterSwap', e => {
    const box = thread(), gone = e.detail.requestConfig && e.detail.requestConfig.elt;
    if (!box || !gone || !gone.classList) return;
    if (gone.classList.contains('older')) box.scrollTop += box.scrollHeight - height;
    else if (gone.classList.contains('newer') && stuck) box.scrollTop = box.scrollHeight;
  });
  // what is there already, or is being edited, stays as it is
  document.addEventListener('htmx:oobBeforeSwap', e => {
    const fresh = e.detail.fragment.firstElementChild, here = e.detail.target;
    if ($('.entry-edit', here) || (fresh && fresh.dataset.edited && fresh.dataset.edited === here.dataset.edited)) e.detail.shouldSwap = false;
  });
  document.addEventListener('htmx:afterSettle', begin);
  document.addEventListener('click', e => {
    if (e.target.closest('#to-newest')) {
      const pill = e.target.closest('#to-newest');
      if (pill.dataset.reload) go(pill.dataset.reload); else thread().scrollTop = thread().scrollHeight;
    }
    if (e.target.closest('[data-side]')) $('#side').classList.toggle('is-open');
    else if ($('#side.is-open') && !e.target.closest('#side')) $('#side').classList.remove('is-open');
  });
  // a part that somebody is in the middle of is left alone
  document.addEventListener('htmx:beforeSwap', e => {
    const part = e.detail.target;
    if (part && part.matches && part.matches('#side, #views') && part.contains(document.activeElement) && document.activeElement.matches('input, select')) e.detail.shouldSwap = false;
  });
  document.addEventListener('toggle', e => {
    const quote = e.target;
    if (!quote.open || !quote.dataset || !quote.dataset.quote) return;
    const path = quote.dataset.quote;
    delete quote.dataset.quote;
    htmx.ajax('GET', path, {target: $('.quote-body', quote), swap: 'innerHTML', source: document.body});
  }, true);
  function along(by) {
    const all = $$('.mini'), now = all.findIndex(m => m.getAttribute('aria-current'));
    const next = all[now + by];
    if (next) next.click();
    return Boolean(next);
  }
  handlers.j = () => $('.ticket') ? along(1) : move(1);
  handlers.k = () => $('.ticket') ? along(-1) : move(-1);

  // --- the composer ---
  const composer = () => $('#composer');
  const kind = () => composer().dataset.kind;
  const writing = () => composer() && $('[data-editor=' + kind() + ']', composer());
  function compose(which, focus) {
    const form = composer();
    if (!form || !$('[data-compose=' + which + ']', form)) return false;
    form.dataset.kind = which;
    form.elements.kind.value = which;
    $$('[data-compose]', form).forEach(tab => tab.setAttribute('aria-selected', tab.dataset.compose === which));
    $$('[data-editor]', form).forEach(editor => { editor.hidden = editor.dataset.editor !== which; });
    $$('[data-for]', form).forEach(part => { part.hidden = !part.dataset.for.split(' ').includes(which); });
    if (focus) writing().focus();
    blank(writing());
  }
  handlers.r = () => compose('reply', true);
  handlers.n = () => compose('note', true);
  handlers.f = () => compose('forward', true);
  function blank(editor) { editor.classList.toggle('is-blank', !editor.textContent.trim() && !$('img, li', editor)); }
  document.addEventListener('click', e => {
    const tab = e.target.closest('[data-compose]');
    if (tab) compose(tab.dataset.compose, true);
    const format = e.target.closest('[data-format]');
    if (format) { writing().focus(); document.execCommand(format.dataset.format); }
    const submit = e.target.closest('#composer [data-status]');
    if (submit) composer().elements.status.value = submit.dataset.status;
    const canned = e.target.closest('[data-canned]');
    if (canned) insert(canned.dataset.canned);
  });
  document.addEventListener('mousedown', e => { if (e.target.closest('[data-format]')) e.preventDefault(); });
  function insert(path) {
    $('#canned').close();
    fetch(path, {headers: {'HX-Request': 'true'}}).then(answer => answer.ok ? answer.text() : Promise.reject(answer)).then(html => {
      const editor = writing();
      editor.focus();
      const range = document.createRange();
      range.selectNodeContents(editor);
      range.collapse(false);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand('insertHTML', false, html);
    }).catch(() => toast(document.body.dataset.offline, {bad: true}));
  }
  const pending = {};
  document.addEventListener('input', e => {
    const editor = e.target.closest && e.target.closest('.editor');
    if (!editor || !editor.dataset.editor) return;
    blank(editor);
    const which = editor.dataset.editor;
    clearTimeout(pending[which]);
    pending[which] = setTimeout(() => keep(editor, which), 700);
  });
  function keep(editor, which) {
    delete pending[which];
    const ticket = composer() && composer().dataset.ticket;
    if (!ticket || !editor.isConnected) return;
    const form = new URLSearchParams({kind: which, body: editor.textContent.trim() ? editor.innerHTML : ''});
    fetch('/tickets/' + ticket + '/draft', {method: 'POST', body: form, headers: {'X-CSRF': token(), 'HX-Request': 'true'}, keepalive: true})
      .then(answer => { const state = $('.draft-state'); if (answer.ok && state) state.textContent = state.dataset.saved; })
      .catch(() => { pending[which] = setTimeout(() => keep(editor, which), 5000); });
  }
  addEventListener('pagehide', () => $$('.editor').forEach(editor => { if (pending[editor.dataset.editor]) { clearTimeout(pending[editor.dataset.editor]); keep(editor, editor.dataset.editor); } }));
  document.addEventListener('htmx:configRequest', e => {
    if (!e.detail.elt.matches('#composer')) return;
    const editor = writing();
    clearTimeout(pending[kind()]);
    delete pending[kind()];
    e.detail.formData.set('body', editor.textContent.trim() || $('img', editor) ? editor.innerHTML : '');
  });
  document.addEventListener('htmx:configRequest', e => {
    if (e.detail.elt.matches('[data-rich]')) e.detail.formData.set('body', $('.editor', e.detail.elt).innerHTML);
  });
  document.addEventListener('htmx:afterRequest', e => {
    if (!e.detail.successful || !e.detail.elt.matches || !e.detail.elt.matches('#composer')) return;
    writing().innerHTML = '';
    blank(writing());
    composer().elements.status.value = '';
    composer().querySelector('#files').value = '';
    files();
    $$('details[open]', composer()).forEach(menu => { menu.open = false; });
    $('.draft-state').textContent = '';
    stuck = true;
    fire();
  });
  document.addEventListener('keydown', e => {
    if ((e.ctrlKey || e.metaKey) && e.key === 'Enter' && e.target.closest('.editor')) { $('.send', composer()).click(); e.preventDefault(); }
  });
  // files: chosen, dropped or pasted
  function files() {
    const list = $('#chosen-files');
    list.replaceChildren(...Array.from($('#files').files).map(file => {
      const item = document.createElement('li'), name = document.createElement('span');
      item.className = 'file';
      name.textContent = file.name;
      item.append(name);
      return item;
    }));
  }
  function addFiles(more) {
    const all = new DataTransfer();
    Array.from($('#files').files).concat(Array.from(more)).forEach(file => all.items.add(file));
    $('#files').files = all.files;
    files();
  }
  document.addEventListener('change', e => { if (e.target.matches('#files')) files(); });
  document.addEventListener('dragover', e => { if (composer() && e.target.closest('#composer')) e.preventDefault(); });
  document.addEventListener('drop', e => { if (composer() && e.target.closest('#composer') && e.dataTransfer.files.length) { e.preventDefault(); addFiles(e.dataTransfer.files); } });
  document.addEventListener('paste', e => {
    if (!e.target.closest || !e.target.closest('.editor')) return;
    e.preventDefault();
    if (e.clipboardData.files.length && e.target.closest('#composer')) { addFiles(e.clipboardData.files); return; }
    document.execCommand('insertText', false, e.clipboardData.getData('text/plain'));
  });

  begin();
  mark();
  window.hilo = {$: $, $$: $$, token: token, toast: toast, post: post, go: go, handlers: handlers};
})();
