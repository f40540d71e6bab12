// Suggested answers above the composer: asked for, sent, edited, refused. And what the settings of the AI do by themselves.
(function () {
  'use strict';
  const {$, $$, token, toast, post, handlers} = window.hilo;
  const slot = () => $('#proposal-slot');
  const proposal = () => $('.proposal', slot() || document.createElement('div'));
  const composer = () => $('#composer');
  const editor = () => $('[data-editor=reply]', composer());
  const plain = text => text.replace(/\s+/g, ' ').trim();
  let asking = null;

  // --- asking: each step is told as it happens ---
  handlers.d = () => {
    if (!slot() || !composer()) return false;
    handlers.r();
    editor().blur();
    ask(slot());
  };
  async function ask(box) {
    if (asking) asking.abort();
    const mine = asking = new AbortController();
    const step = document.createElement('p'), lines = document.createElement('ol'), whole = document.createElement('section');
    whole.className = 'proposal is-asking';
    step.className = 'proposal-step';
    lines.className = 'proposal-lines';
    whole.append(step, lines);
    box.replaceChildren(whole);
    try {
      const answer = await fetch('/tickets/' + box.dataset.ticket + '/proposal', {method: 'POST', signal: mine.signal,
        headers: {'X-CSRF': token(), 'HX-Request': 'true', 'Accept': 'text/event-stream'}});
      if (!answer.ok) throw new Error(await answer.text());
      await follow(answer.body, (event, text) => {
        if (event === 'step') step.textContent = text;
        else if (event === 'line') { const line = document.createElement('li'); line.textContent = text; lines.append(line); }
        else if (event === 'refused') { box.replaceChildren(); toast(text, {bad: true}); }
        else if (event === 'done') { box.innerHTML = text; htmx.process(box); }
      });
      if ($('.is-asking', box)) throw new Error('');
    } catch (e) {
      if (mine.signal.aborted) return;
      box.replaceChildren();
      toast(e.message && e.name === 'Error' ? e.message.slice(0, 300) : document.body.dataset.offline, {bad: true});
    } finally {
      if (asking === mine) asking = null;
    }
  }
  async function follow(body, tell) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const {value, done} = await reader.read();
      if (done) return;
      rest += value;
      const events = rest.split('\n\n');
      rest = events.pop();
      events.forEach(event => {
        const name = /^event: (.*)$/m.exec(event), data = /^data: (.*)$/m.exec(event);
        if (name && data) tell(name[1], JSON.parse(data[1]));
      });
    }
  }
  // what is open or on its way is not drawn again
  document.addEventListener('htmx:beforeSwap', e => {
    if (e.detail.target !== slot()) return;
    const now = proposal(), comes = /data-proposal="(\d+)"/.exec(e.detail.xhr.responseText);
    if (asking || now && now.classList.contains('is-none') || now && comes && now.dataset.proposal === comes[1]) e.detail.shouldSwap = false;
  });

  // --- taking it ---
  function take() {
    const text = $('.proposal-text', proposal());
    if (!text) return null;
    handlers.r();
    const field = editor(), own = plain(field.textContent), comes = plain(text.content.textContent);
    const isOwn = own !== '' && own !== comes;
    if (!isOwn) field.replaceChildren();
    field.append(text.content.cloneNode(true));
    if (own === comes && field.childNodes.length > 1) field.replaceChildren(text.content.cloneNode(true));
    if (!proposal().classList.contains('is-none')) composer().elements.proposal.value = proposal().dataset.proposal;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    proposal().classList.add('is-taken');
    return isOwn;
  }
  handlers.y = () => {
    if (!proposal() || proposal().matches('.is-none, .is-asking')) return false;
    if (take()) { toast(slot().dataset.own); return; }
    editor().blur();
    $('.send', composer()).click();
  };
  handlers.i = () => {
    if (!proposal() || take() === null) return false;
    getSelection().selectAllChildren(editor());
    getSelection().collapseToEnd();
  };
  const select = handlers.x;
  handlers.x = () => {
    if (!proposal()) return select();
    if (proposal().matches('.is-none')) { slot().replaceChildren(); return; }
    $('#proposal-refuse').showModal();
  };
  function refuse(reason) {
    $('#proposal-refuse').close();
    const id = proposal() && proposal().dataset.proposal;
    if (!id) return;
    slot().replaceChildren();
    composer().elements.proposal.value = '';
    post('/proposals/' + id + '/refuse', reason ? {reason: reason} : {});
  }
  document.addEventListener('keydown', e => {
    if (!$('#proposal-refuse[open]') || e.target.matches('input') || e.ctrlKey || e.metaKey || e.altKey) return;
    const button = $$('[data-refuse]').find(each => $('kbd', each).textContent === e.key);
    if (button) { e.preventDefault(); button.click(); }
  });
  document.addEventListener('submit', e => {
    if (e.target.id !== 'proposal-reason') return;
    refuse(e.target.elements.reason.value.trim());
    e.target.reset();
  });
  document.addEventListener('click', e => {
    const reason = e.target.closest('[data-refuse]');
    if (reason) refuse(reason.dataset.refuse);
    if (e.target.closest('[data-proposal-close]')) slot().replaceChildren();
    const helpful = e.target.closest('[data-helpful]');
    if (!helpful) return;
    const passage = helpful.closest('[data-passage]').dataset.passage;
    post('/proposals/' + proposal().dataset.proposal + '/passages', {passage: passage, helpful: helpful.dataset.helpful}).then(() =>
      $$('[data-passage]', slot()).filter(each => each.dataset.passage === passage).forEach(each =>
        $$('[data-helpful]', each).forEach(button => button.setAttribute('aria-pressed', button.dataset.helpful === helpful.dataset.helpful))));
  });
  document.addEventListener('htmx:afterRequest', e => {
    if (!e.detail.successful || !e.detail.elt.matches) return;
    if (e.detail.elt.dataset.said) toast(e.detail.elt.dataset.said);
    if (!e.detail.elt.matches('#composer')) return;
    if (composer().elements.proposal.value) slot().replaceChildren();
    composer().elements.proposal.value = '';
  });
})();
