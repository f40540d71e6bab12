// npm freshdesk-api 3.1.0 (arjunkomath/node-freshdesk-api). A plain http address is accepted.
const fs = require('fs');
const { env, story, ok, ISO, RUN, tmpfile, mustThrow, eventually } = require('./_story.cjs');
const Freshdesk = require('freshdesk-api');

const client = key => new Freshdesk(env.BASE, key);
const promised = fd => (method, ...args) =>
  new Promise((resolve, reject) => fd[method](...args, (e, d, x) => (e ? reject(e) : resolve({ d, x }))));
const p = promised(client(env.KEY));
const CUSTOMER = `cust-${RUN}@customer.test`;
const ticket = more => ({ subject: 'node story', description: '<b>hi</b>', email: CUSTOMER, priority: 1, status: 2, ...more });
const isGone = promise => mustThrow(promise, e => e.status === 404 && e.name === 'FreshdeskError', '404');

const tickets = [
  ['agents/me', async c => {
    const { d, x } = await p('currentAgent');
    ok(d.id && d.contact, 'agent with contact');
    ok(x.requestId, 'x-request-id header');
    c.agent = d.id;
  }],
  ['create ticket', async c => {
    const { d } = await p('createTicket', ticket({ source: 2, tags: ['a', 'b'] }));
    ok(Number.isInteger(d.id), 'integer id');
    ok(ISO.test(d.created_at), 'ISO created_at');
    ok(d.description_text === 'hi', 'description_text stripped');
    c.t = d;
  }],
  ['get ticket', async c => {
    const { d } = await p('getTicket', c.t.id);
    ok(d.id === c.t.id && Array.isArray(d.attachments), 'ticket with attachments array');
  }],
  ['get ticket with includes (no API for it: id carries the query)', async c => {
    const { d } = await p('getTicket', `${c.t.id}?include=requester,stats,conversations,company`);
    ok(d.requester.email === CUSTOMER && d.stats && Array.isArray(d.conversations), 'what was included');
  }],
  ['list tickets per_page=1 has Link', async () => {
    await p('createTicket', ticket({ subject: 's2' }));
    const { d, x } = await p('listAllTickets', { per_page: 1, page: 1 });
    ok(d.length === 1 && x.pageIsLast === false, 'one ticket and pageIsLast=false');
  }],
  ['list tickets of an address', async c => {
    const { d } = await p('listAllTickets', { email: CUSTOMER });
    ok(d.length === 2 && d.some(t => t.id === c.t.id), 'the two of this story, got ' + d.length);
  }],
  ['private note', async c => {
    const { d } = await p('createNote', c.t.id, { body: 'secret', private: true });
    ok(d.private === true && d.ticket_id === c.t.id, 'private note of the ticket');
    c.note = d;
  }],
  ['public reply', async c => {
    const { d } = await p('createReply', c.t.id, { body: '<p>reply</p>', cc_emails: ['cc@acme.test'] });
    ok(d.id && d.body_text === 'reply', 'reply with body_text');
    c.reply = d;
  }],
  ['note with attachment (multipart)', async c => {
    const { d } = await p('createNote', c.t.id, { body: 'with file', attachments: [fs.createReadStream(tmpfile())] });
    ok(d.attachments.length === 1 && d.attachments[0].size === 17, 'one 17-byte attachment');
    const file = await fetch(d.attachments[0].attachment_url);
    ok((await file.text()) === 'hello attachment\n', 'the file at its attachment_url');
  }],
  ['ticket with attachment (multipart, POST, tags[])', async () => {
    const { d } = await p('createTicket', ticket({
      subject: 'mp', priority: '1', status: '2', tags: ['q'], attachments: [fs.createReadStream(tmpfile())],
    }));
    ok(d.attachments.length === 1 && d.tags[0] === 'q' && d.status === 2, 'attachment, tags, numeric status');
  }],
  ['many notes', async c => {
    for (let i = 0; i < env.NCONV; i++) await p('createNote', c.t.id, { body: 'n' + i, private: i % 2 === 0 });
    return env.NCONV + ' added';
  }],
  ['conversations page 1 = 30 and Link', async c => {
    const { d, x } = await p('listAllConversations', c.t.id);
    ok(d.length === 30 && !x.pageIsLast, '30 and a Link header, got ' + d.length);
    c.first = d;
  }],
  ['conversations page 2 (no API for it: id carries the query)', async c => {
    const { d, x } = await p('getTicket', `${c.t.id}/conversations?page=2`);
    ok(d.length === env.NCONV + 3 - 30 && x.pageIsLast, 'the rest and no Link, got ' + d.length);
    ok(!d.some(y => c.first.find(z => z.id === y.id)), 'no overlap');
  }],
  ['edit note', async c => {
    const { d } = await p('updateConversation', c.note.id, { body: 'edited' });
    ok(d.body_text === 'edited', 'edited body');
  }],
  ['delete note', async c => {
    const { d } = await p('deleteConversation', c.note.id);
    ok(d === null, '204 without body');
  }],
  ['deleted note is gone', c => isGone(p('updateConversation', c.note.id, { body: 'x' }))],
  ['forward', 'the client has no forward call'],
  ['search tickets', async () => {
    const { d } = await eventually(() => p('filterTickets', 'status:2 AND tag:\'q\'', 1), r => r.d.total > 0, 'a hit');
    ok(Number.isInteger(d.total) && Array.isArray(d.results), '{total,results}');
  }],
  ['ticket fields', async () => {
    const { d } = await p('listAllTicketFields', {});
    ok(d.some(f => f.name === 'status' && f.choices['2']), 'the status field with its choices');
  }],
  ['ticket fields of a type', async () => {
    const { d } = await p('listAllTicketFields', { type: 'default_priority' });
    ok(d.length === 1 && d[0].name === 'priority', 'the priority field alone');
  }],
  ['update ticket', async c => {
    const { d } = await p('updateTicket', c.t.id, { status: 4, priority: 3 });
    ok(d.status === 4 && d.priority === 3, 'new values');
  }],
  ['404 error', () => isGone(p('getTicket', 987654321))],
  ['400 error shape', () => mustThrow(
    p('createTicket', { subject: 'no requester', description: 'x', priority: 1, status: 2 }),
    e => e.status === 400 && e.data.description === 'Validation failed' && e.data.errors[0].field && e.data.errors[0].code,
    '400 with description/errors[]')],
  ['401 error', () => mustThrow(promised(client('wrong-key'))('getTicket', 1), e => e.status === 401 && e.data.message, '401')],
  ['delete ticket', async c => { await p('deleteTicket', c.t.id); }],
  ['a deleted ticket refuses changes with 405', c => mustThrow(p('updateTicket', c.t.id, { priority: 1 }), e => e.status === 405, '405')],
  ['restore ticket', async c => {
    await p('restoreTicket', c.t.id);
    const { d } = await p('updateTicket', c.t.id, { priority: 2 });
    ok(d.priority === 2, 'a ticket that can be changed again');
  }],
];

const people = [
  ['get contact', async c => {
    const { d } = await p('getContact', c.t.requester_id);
    ok(d.id === c.t.requester_id && d.email === CUSTOMER, 'requester');
    c.contact = d;
  }],
  ['list contacts by email', async c => {
    const { d } = await p('listAllContacts', { email: c.contact.email });
    ok(d.length === 1 && d[0].id === c.contact.id, 'the one');
  }],
  ['create company', async c => {
    const { d } = await p('createCompany', { name: `Company ${RUN}`, domains: [`${RUN}.test`] });
    ok(d.id && d.domains[0] === `${RUN}.test`, 'company with its domain');
    c.company = d;
  }],
  ['create contact in the company', async c => {
    const { d } = await p('createContact', { name: 'Node Person', email: `person@${RUN}.test`, company_id: c.company.id });
    ok(d.company_id === c.company.id && d.active === false, 'contact of the company');
    c.person = d;
  }],
  ['a second contact with the address clashes', c => mustThrow(
    p('createContact', { name: 'Again', email: c.person.email }),
    e => e.status === 409 && e.data.errors[0].code === 'duplicate_value', '409 duplicate_value')],
  ['update contact', async c => {
    const { d } = await p('updateContact', c.person.id, { job_title: 'Tester', tags: ['vip'] });
    ok(d.job_title === 'Tester' && d.tags[0] === 'vip', 'new values');
  }],
  ['filter contacts', async c => {
    await eventually(() => p('filterContacts', `email:'${c.person.email}'`), r => r.d.total === 1, 'the one contact');
  }],
  ['contact fields', async () => {
    const { d } = await p('listAllContactFields');
    ok(d.some(f => f.name === 'email'), 'the e-mail field');
  }],
  ['get, list, search and update company', async c => {
    ok((await p('getCompany', c.company.id)).d.name === c.company.name, 'the company');
    ok((await p('listAllCompanies', {})).d.length > 0, 'companies');
    ok((await p('searchCompany', { name: c.company.name })).d.companies[0].id === c.company.id, 'it by its name');
    const { d } = await p('updateCompany', c.company.id, { description: 'Tests' });
    ok(d.description === 'Tests', 'the new description');
  }],
  ['filter companies', async c => {
    await eventually(() => p('filterCompanies', `domain:'${RUN}.test'`), r => r.d.total === 1, 'the one company');
  }],
  ['company fields', async () => {
    const { d } = await p('listAllCompanyFields');
    ok(d.some(f => f.name === 'name'), 'the name field');
  }],
  ['roles', async () => {
    const { d } = await p('listAllRoles');
    ok((await p('getRole', d[0].id)).d.id === d[0].id, 'a role by its id');
  }],
  ['make agent', async c => {
    const { d } = await p('makeAgent', c.person.id);
    ok(d.agent.id === c.person.id && d.agent.ticket_scope === 1, 'an agent with the same id and global scope');
  }],
  ['get, list and update agent', async c => {
    ok((await p('getAgent', c.person.id)).d.contact.email === c.person.email, 'the agent');
    ok((await p('listAllAgents', { email: c.person.email })).d.length === 1, 'it by its address');
    const { d } = await p('updateAgent', c.person.id, { ticket_scope: 2, occasional: true });
    ok(d.ticket_scope === 2 && d.occasional === true, 'new values');
  }],
  ['delete agent, who is a contact again', async c => {
    await p('deleteAgent', c.person.id);
    await isGone(p('getAgent', c.person.id));
    ok((await p('getContact', c.person.id)).d.id === c.person.id, 'the contact');
  }],
  ['delete contact and company', async c => {
    await p('deleteContact', c.person.id);
    ok((await p('getContact', c.person.id)).d.deleted === true, 'a contact in the trash');
    await p('deleteCompany', c.company.id);
    await isGone(p('getCompany', c.company.id));
  }],
];

const timesheet = [
  ['create time entry', async c => {
    const { d } = await p('createTimeEntry', c.t.id, { time_spent: '01:30', note: 'work' });
    ok(d.time_spent === '01:30' && d.time_spent_in_seconds === 5400 && d.timer_running === false, 'an hour and a half');
    c.entry = d;
  }],
  ['list time entries', async c => {
    ok((await p('listAllTicketTimeEntries', c.t.id)).d.some(e => e.id === c.entry.id), 'it on its ticket');
    const { d } = await p('listAllTimeEntries', { billable: true, agent_id: c.agent });
    ok(d.some(e => e.id === c.entry.id), 'it among the agent\'s');
  }],
  ['update time entry', async c => {
    const { d } = await p('updateTimeEntry', c.entry.id, { note: 'more work', billable: false });
    ok(d.note === 'more work' && d.billable === false, 'new values');
  }],
  ['toggle timer', async c => {
    ok((await p('toggleTimer', c.entry.id)).d.timer_running === true, 'a running timer');
    ok((await p('toggleTimer', c.entry.id)).d.timer_running === false, 'a stopped one');
  }],
  ['delete time entry', async c => { await p('deleteTimeEntry', c.entry.id); }],
];

const solutions = [
  ['create category', async c => {
    const { d } = await p('createSolutionCategory', { name: `Category ${RUN}`, description: 'd' });
    c.category = d;
    ok((await p('getSolutionCategory', d.id)).d.name === d.name, 'it by its id');
    ok((await p('listAllSolutionCategories')).d.some(x => x.id === d.id), 'it in the list');
    ok((await p('updateSolutionCategory', d.id, { description: 'e' })).d.description === 'e', 'its new description');
  }],
  ['create folder', async c => {
    const { d } = await p('createSolutionFolder', c.category.id, { name: `Folder ${RUN}`, visibility: 1 });
    c.folder = d;
    ok((await p('getSolutionFolder', d.id)).d.visibility === 1, 'it by its id');
    ok((await p('listAllSolutionCategoryFolders', c.category.id)).d.length === 1, 'it in its category');
    ok((await p('updateSolutionFolder', d.id, { description: 'f' })).d.description === 'f', 'its new description');
  }],
  ['create article', async c => {
    const { d } = await p('createSolutionArticle', c.folder.id, {
      title: `Article ${RUN}`, description: '<p>How to</p>', type: 1, status: 2, tags: ['how'],
    });
    c.article = d;
    ok(d.description_text.trim() === 'How to', 'description_text');
    ok((await p('getSolutionArticle', d.id)).d.title === d.title, 'it by its id');
    ok((await p('listAllSolutionFolderArticles', c.folder.id)).d.length === 1, 'it in its folder');
    ok((await p('updateSolutionArticle', d.id, { status: 1 })).d.status === 1, 'a draft');
  }],
  ['search articles', async c => {
    await eventually(() => p('searchSolutionArticles', `Article ${RUN}`), r => r.d.some(a => a.id === c.article.id), 'the article');
  }],
  ['delete article, folder and category', async c => {
    await p('deleteSolutionArticle', c.article.id);
    await isGone(p('getSolutionArticle', c.article.id));
    await p('deleteSolutionFolder', c.folder.id);
    await p('deleteSolutionCategory', c.category.id);
    await isGone(p('getSolutionCategory', c.category.id));
  }],
  ['helpdesk settings', async () => {
    ok((await p('getSettings')).d.primary_language, 'a primary language');
  }],
];

story('freshdesk-api', [...tickets, ...people, ...timesheet, ...solutions]);
