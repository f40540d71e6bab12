// npm @freshworks/freshdesk 0.0.1 (Freshworks). HTTPS alone; the domain may name a port. Trust the certificate with NODE_EXTRA_CA_CERTS.
const fs = require('fs');
const { env, story, ok, RUN, tmpfile, mustThrow, eventually } = require('./_story.cjs');
const Freshdesk = require('@freshworks/freshdesk');

const fd = new Freshdesk({ domain: env.HOST, api_key: env.KEY });
const CUSTOMER = `works-${RUN}@customer.test`;
const ticket = more => ({ subject: 'freshworks story', description: '<p>hello</p>', email: CUSTOMER, priority: 1, status: 2, source: 2, ...more });
const raw = (path, more) => fetch(`https://${env.HOST}/api/v2${path}`, {
  ...more, headers: { Authorization: 'Basic ' + Buffer.from(env.KEY + ':X').toString('base64') },
});
const fails = (promise, status) => mustThrow(promise, e => e.status === status, String(status));

const tickets = [
  ['create ticket', async c => {
    const { data, status } = await fd.tickets.createTicket(ticket({ tags: ['sdk'] }));
    ok(status === 201 && Number.isInteger(data.id), '201 with an id');
    c.t = data;
  }],
  ['get ticket with includes', async c => {
    const { data } = await fd.tickets.getTicket(c.t.id, { include: 'conversations,requester,company,stats' });
    ok(data.id === c.t.id && data.requester.email === CUSTOMER, 'the ticket with its requester');
    ok(Array.isArray(data.conversations) && data.stats, 'conversations and stats');
  }],
  ['list tickets', async c => {
    const { data } = await fd.tickets.listTickets({ orderBy: 'created_at', orderType: 'desc', include: 'description' });
    ok(data.some(t => t.id === c.t.id), 'the ticket among them');
    const own = await fd.tickets.listTickets({ email: CUSTOMER, updatedSince: '2015-01-01T00:00:00Z' });
    ok(own.data.length === 1, 'the one of the address');
  }],
  ['update ticket', async c => {
    const { data } = await fd.tickets.updateTicket(c.t.id, { priority: 4, tags: ['sdk', 'urgent'] });
    ok(data.priority === 4 && data.tags.length === 2, 'new values');
  }],
  ['search tickets', async c => {
    const { data } = await eventually(
      () => fd.tickets.searchTicket('"priority:4 AND tag:\'urgent\'"'),
      r => r.data.results.some(t => t.id === c.t.id), 'the ticket among the results');
    ok(Number.isInteger(data.total), 'a total');
  }],
  ['add note', async c => {
    const { data, status } = await fd.tickets.addNotes(c.t.id, { body: 'a note', private: false });
    ok(status === 201 && data.body_text === 'a note', '201 with the note');
    c.note = data;
  }],
  ['reply', async c => {
    const { data, status } = await fd.tickets.replyTicket(c.t.id, { body: 'a reply', cc_emails: ['cc@acme.test'] });
    ok(status === 201 && data.body_text === 'a reply', '201 with the reply');
  }],
  ['conversations by pages', async c => {
    const first = (await fd.conversations.getAllTicketConversations(c.t.id, { page: 1, perPage: 1 })).data;
    const second = (await fd.conversations.getAllTicketConversations(c.t.id, { page: 2, perPage: 1 })).data;
    ok(first.length === 1 && second.length === 1 && first[0].id === c.note.id, 'the note, then the reply');
  }],
  ['update conversation', async c => {
    const { data } = await fd.conversations.updateConversation(c.note.id, { body: 'edited' });
    ok(data.body_text === 'edited', 'the new text');
  }],
  ['delete conversation', async c => {
    ok((await fd.conversations.deleteConversation(c.note.id)).status === 204, '204');
  }],
  ['time entries and ratings of a ticket', async c => {
    ok((await fd.tickets.listTicketTimeEntries(c.t.id)).data.length === 0, 'no time entry');
    ok((await fd.tickets.listTicketSatisfactionRatings(c.t.id)).data.length === 0, 'no rating');
  }],
  ['delete an attachment (its note is made with fetch: the client sends no files)', async c => {
    const form = new FormData();
    form.append('body', 'file');
    form.append('attachments[]', new Blob(['bytes']), 'a.txt');
    const { attachments } = await (await raw(`/tickets/${c.t.id}/notes`, { method: 'POST', body: form })).json();
    ok((await fd.tickets.deleteAttachment(attachments[0].id)).status === 204, '204');
    await fails(fd.tickets.deleteAttachment(attachments[0].id), 404);
  }],
  ['delete and restore ticket', async c => {
    ok((await fd.tickets.deleteTicket(c.t.id)).status === 204, '204');
    ok((await fd.tickets.listTickets({ filter: 'deleted' })).data.some(t => t.id === c.t.id), 'it in the trash');
    ok((await fd.tickets.restoreTicket(c.t.id)).status === 204, '204');
  }],
  ['outbound e-mail', async () => {
    const configs = await (await raw('/email_configs')).json();
    const { data, status } = await fd.tickets.createTicketUsingOutboundEmail({
      email: CUSTOMER, subject: 'outbound', description: 'hello', email_config_id: configs[0].id,
    });
    ok(status === 201 && data.id, '201 with an id');
  }],
  ['400, 401 and 404', async () => {
    await mustThrow(
      fd.tickets.createTicket({ subject: 'nobody', description: 'x', priority: 1, status: 2 }),
      e => e.status === 400 && e.data.description === 'Validation failed' && e.data.errors.length > 0, '400 with errors');
    await fails(fd.tickets.getTicket(987654321), 404);
    new Freshdesk({ domain: env.HOST, api_key: 'wrong' });
    await fails(fd.tickets.getTicket(1), 401);
    new Freshdesk({ domain: env.HOST, api_key: env.KEY });
  }],
];

const fields = [
  ['ticket fields', async () => {
    const { data } = await fd.ticketFields.getAllTicketFields({});
    ok(data.some(f => f.name === 'status'), 'the status field');
  }],
  ['create admin ticket field', async c => {
    const { data, status } = await fd.ticketFields.createAdminTicketField({
      label: `Kind ${RUN}`, label_for_customers: `Kind ${RUN}`, type: 'custom_dropdown', customers_can_edit: false,
      required_for_closure: false, required_for_agents: false, required_for_customers: false, displayed_to_customers: true,
      choices: [{ value: 'One', position: 1 }, { value: 'Two', position: 2 }],
    });
    ok(status === 201 && /^cf_/.test(data.name), '201 with a cf_ name');
    c.field = data;
  }],
  ['get and list admin ticket fields', async c => {
    const { data } = await fd.ticketFields.getAdminTicketField(c.field.id, { include: 'section' });
    ok(data.choices.length === 2, 'two choices');
    c.choices = data.choices;
    ok((await fd.ticketFields.getAllAdminTicketFields({})).data.some(f => f.id === c.field.id), 'it in the list');
  }],
  ['update admin ticket field', async c => {
    const { data } = await fd.ticketFields.updateAdminTicketField(c.field.id, { label_for_customers: 'What kind' });
    ok(data.label_for_customers === 'What kind', 'the new label');
  }],
  ['create, list, update and delete a section', async c => {
    const { data } = await fd.ticketFieldSections.createTicketFieldSection(c.field.id, {
      label: `Section ${RUN}`, choice_ids: [c.choices[0].id],
    });
    ok(data.id && data.label === `Section ${RUN}`, 'the section');
    ok((await fd.ticketFieldSections.getAllTicketFieldSections(c.field.id)).data.length === 1, 'it in the list');
    const changed = await fd.ticketFieldSections.updateTicketFieldSection(c.field.id, data.id, { label: 'Renamed' });
    ok(changed.data.label === 'Renamed', 'the new label');
    ok((await fd.ticketFieldSections.deleteTicketFieldSection(c.field.id, data.id)).status === 204, '204');
  }],
  ['get one section', 'the client refers to a variable that it does not have'],
  ['delete admin ticket field', async c => {
    ok((await fd.ticketFields.deleteTicketField(c.field.id)).status === 204, '204');
  }],
];

const contacts = [
  ['create contact', 'the client calls cancelContactImport instead'],
  ['get, list and search contacts', async c => {
    const { data } = await fd.contacts.getContact(c.t.requester_id);
    ok(data.email === CUSTOMER, 'the requester');
    const list = await fd.contacts.getAllContacts({ email: CUSTOMER, updatedSince: '2015-01-01T00:00:00Z', perPage: 5 });
    ok(list.data.length === 1, 'the one of the address');
    const found = await eventually(
      () => fd.contacts.searchContacts({ query: `"email:'${CUSTOMER}'"` }), r => r.data.total === 1, 'one hit');
    ok(found.data.results[0].id === data.id, 'the requester');
  }],
  ['update contact', async c => {
    const { data } = await fd.contacts.updateContact(c.t.requester_id, { job_title: 'Buyer' });
    ok(data.job_title === 'Buyer', 'the new title');
  }],
  ['contact fields', async () => {
    ok((await fd.contacts.getContactFields()).data.some(f => f.name === 'email'), 'the e-mail field');
  }],
  ['invite contact', async c => {
    ok((await fd.contacts.inviteContact(c.t.requester_id)).status === 204, '204');
  }],
  ['make agent', async c => {
    const other = (await fd.tickets.createTicket(ticket({ email: `agent-${RUN}@customer.test` }))).data.requester_id;
    const { data } = await fd.contacts.makeAgent(other, { makeAgent: { occasional: true, ticket_scope: 2 } });
    ok(data.agent.ticket_scope === 2 && data.agent.occasional === true, 'what was asked for');
  }],
  ['merge contacts', async c => {
    const other = (await fd.tickets.createTicket(ticket({ email: `twin-${RUN}@customer.test` }))).data.requester_id;
    const { status } = await fd.contacts.mergeContacts({
      primary_contact_id: c.t.requester_id, secondary_contact_ids: [other],
      contact: { email: CUSTOMER, other_emails: [`twin-${RUN}@customer.test`] },
    });
    ok(status === 204, '204');
    ok((await fd.contacts.getContact(c.t.requester_id)).data.other_emails.length === 1, 'the other address');
  }],
  ['import contacts', async c => {
    const file = tmpfile(`name,email,company\nImported ${RUN},import-${RUN}@customer.test,Imported ${RUN}\n`, '.csv');
    const { data } = await fd.contacts.importContact(fs.createReadStream(file), '0', '1', '2');
    ok(data.id, 'an import');
    const done = await eventually(
      () => fd.contacts.getContactImportDetails(data.id), r => r.data.status === 'completed', 'a completed import');
    ok(done.data.completed_records === 1, 'one record');
    ok((await fd.contacts.getImportedContacts({})).data.some(i => i.id === data.id), 'it in the list');
    await mustThrow(fd.contacts.cancelContactImport(data.id), e => e.status >= 400 && e.status < 500, 'a refusal: it is over');
  }],
  ['export contacts', async () => {
    const { data } = await fd.contacts.exportContacts({ fields: { default_fields: ['name', 'email'], custom_fields: [] } });
    ok(/^[0-9a-f]{40}$/.test(data.id), 'forty hexadecimal digits');
    await eventually(() => fd.contacts.getExportedContact(data.id), r => r.data.status === 'completed', 'a completed export');
  }],
  ['delete, restore and erase contact', async c => {
    const other = (await fd.tickets.createTicket(ticket({ email: `gone-${RUN}@customer.test` }))).data.requester_id;
    ok((await fd.contacts.deleteContact(other)).status === 204, '204');
    ok((await fd.contacts.restoreContact(other)).status === 204, '204');
    await fails(fd.contacts.hardDeleteContact(other), 400);
    await fd.contacts.deleteContact(other);
    ok((await fd.contacts.hardDeleteContact(other)).status === 204, '204');
    await fails(fd.contacts.getContact(other), 404);
  }],
];

story('freshworks', [...tickets, ...fields, ...contacts]);
