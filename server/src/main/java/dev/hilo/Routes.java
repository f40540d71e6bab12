package dev.hilo;

import static dev.hilo.accounts.CallKind.*;
import static dev.hilo.accounts.Privilege.*;
import static dev.hilo.web.Route.page;

import dev.hilo.accounts.Privilege;
import dev.hilo.agents.AgentFilter;
import dev.hilo.agents.AgentsApi;
import dev.hilo.attachments.AttachmentsApi;
import dev.hilo.bulknotes.BulkNotesApi;
import dev.hilo.companies.CompaniesApi;
import dev.hilo.companies.CompanyFilter;
import dev.hilo.contacts.ContactFilter;
import dev.hilo.contacts.ContactsApi;
import dev.hilo.crm.ConnectionsApi;
import dev.hilo.customers.EntrancePages;
import dev.hilo.customers.MyTicketPages;
import dev.hilo.customers.RatingPages;
import dev.hilo.events.ChangesApi;
import dev.hilo.fields.FieldsApi;
import dev.hilo.insight.InsightApi;
import dev.hilo.knowledge.KnowledgeApi;
import dev.hilo.logins.CodePages;
import dev.hilo.logins.PasswordPages;
import dev.hilo.mail.in.MailApi;
import dev.hilo.mail.out.OutboxFilter;
import dev.hilo.mailboxes.MailboxFilter;
import dev.hilo.pages.AuditPages;
import dev.hilo.pages.EntryPages;
import dev.hilo.pages.InboxAsked;
import dev.hilo.pages.LoginPages;
import dev.hilo.pages.MergePages;
import dev.hilo.pages.TicketPages;
import dev.hilo.portal.HelpPages;
import dev.hilo.portal.PeoplePages;
import dev.hilo.portal.SolutionPages;
import dev.hilo.reports.ReportAsked;
import dev.hilo.sandbox.SandboxApi;
import dev.hilo.search.Search;
import dev.hilo.simulation.ComparisonPages;
import dev.hilo.simulation.SimulationPages;
import dev.hilo.simulation.SimulationsApi;
import dev.hilo.solutions.SolutionsApi;
import dev.hilo.surveys.SurveysApi;
import dev.hilo.sync.LinksApi;
import dev.hilo.tickets.TicketFilter;
import dev.hilo.tickets.TicketsApi;
import dev.hilo.timeentries.TimeEntryFilter;
import dev.hilo.timeline.TimelineApi;
import dev.hilo.transfers.TransfersApi;
import dev.hilo.web.Answer;
import dev.hilo.web.Route;
import dev.hilo.webhooks.WebhookPages;
import dev.hilo.webhooks.WebhooksApi;
import java.util.ArrayList;
import java.util.List;

/** The whole surface: method, path, what the caller's roles must allow, handler. */
final class Routes {

    /** A call that any agent may make. */
    private static final Privilege ANY_AGENT = null;

    private final List<Route> routes = new ArrayList<>();

    private Routes() {}

    static List<Route> of(Hilo hilo) {
        var table = new Routes();
        table.operations(hilo);
        table.tickets(hilo);
        table.people(hilo);
        table.administration(hilo);
        table.automations(hilo);
        table.history(hilo);
        table.webhooks(hilo);
        table.exports(hilo);
        table.crm(hilo);
        table.answers(hilo);
        table.insight(hilo.insightApi());
        table.reports(hilo);
        table.mirror(hilo);
        if (hilo.sandboxApi() != null) table.sandbox(hilo.sandboxApi());
        table.fields(hilo);
        table.knowledge(hilo);
        table.satisfaction(hilo);
        table.pages(hilo);
        table.setup(hilo);
        table.portal(hilo);
        table.customers(hilo);
        return List.copyOf(table.routes);
    }

    /** For those who run the server. */
    private void operations(Hilo hilo) {
        var health = hilo.health();
        add(open("/health/live", health::live));
        add(open("/health/ready", health::ready));
        add(open("/metrics", health::metrics));
    }

    /** {@code /api/v2}: tickets and what is said on them. */
    private void tickets(Hilo hilo) {
        var tickets = hilo.ticketsApi();
        add(post("/tickets", CREATE_TICKETS, tickets::create).limited(TICKET_CREATE));
        add(get("/tickets", VIEW_TICKETS, tickets::list)
                .with(TicketFilter.class)
                .paged()
                .limited(TICKET_LIST)
                .costing(TicketsApi::costOfList));
        add(get("/tickets/{id}", VIEW_TICKETS, tickets::view)
                .with(TicketsApi.View.class)
                .costing(TicketsApi::costOfView));
        add(put("/tickets/{id}", EDIT_TICKETS, tickets::update).limited(TICKET_UPDATE));
        add(delete("/tickets/{id}", DELETE_TICKETS, tickets::delete));
        add(put("/tickets/{id}/restore", DELETE_TICKETS, tickets::restore).bodiless());
        add(get("/tickets/archived/{id}", VIEW_TICKETS, tickets::viewArchived));
        add(delete("/tickets/archived/{id}", DELETE_TICKETS, tickets::deleteArchived));

        add(post("/tickets/outbound_email", CREATE_TICKETS, tickets::createOutboundEmail)
                .limited(TICKET_CREATE));
        add(post("/tickets/bulk_update", ANY_AGENT, hilo.bulkTicketsApi()::update));
        add(post("/tickets/bulk_delete", DELETE_TICKETS, hilo.bulkTicketsApi()::delete));
        add(put("/tickets/merge", MERGE_TICKETS, hilo.mergeApi()::merge));
        add(get("/search/tickets", VIEW_TICKETS, hilo.ticketSearchApi()::search).with(Search.class));

        var watchers = hilo.watchersApi();
        add(get("/tickets/{id}/watchers", VIEW_TICKETS, watchers::list));
        add(post("/tickets/{id}/watch", VIEW_TICKETS, watchers::watch));
        add(put("/tickets/{id}/unwatch", VIEW_TICKETS, watchers::unwatch).bodiless());
        add(put("/tickets/bulk_watch", VIEW_TICKETS, watchers::watchMany));
        add(put("/tickets/bulk_unwatch", VIEW_TICKETS, watchers::unwatchMany));

        var associated = hilo.associatedTicketsApi();
        add(get("/tickets/{id}/associated_tickets", VIEW_TICKETS, associated::list));
        add(get("/tickets/{id}/prime_association", VIEW_TICKETS, associated::prime));

        var accesses = hilo.accessesApi();
        add(get("/tickets/{id}/accesses", VIEW_TICKETS, accesses::view));
        add(post("/tickets/{id}/accesses", EDIT_TICKETS, accesses::add));
        add(patch("/tickets/{id}/accesses", EDIT_TICKETS, accesses::change));
        add(delete("/tickets/{id}/accesses", EDIT_TICKETS, accesses::clear));

        var summaries = hilo.summariesApi();
        add(get("/tickets/{id}/summary", VIEW_TICKETS, summaries::view));
        add(put("/tickets/{id}/summary", EDIT_TICKETS, summaries::write));
        add(delete("/tickets/{id}/summary", EDIT_TICKETS, summaries::delete));

        var conversations = hilo.conversationsApi();
        add(get("/tickets/{id}/conversations", VIEW_TICKETS, conversations::list)
                .paged());
        add(get("/tickets/archived/{id}/conversations", VIEW_TICKETS, conversations::listArchived)
                .paged());
        add(post("/tickets/{id}/reply", REPLY_TICKETS, conversations::reply));
        add(post("/tickets/{id}/notes", ADD_NOTES, conversations::note));
        add(post("/tickets/{id}/forward", FORWARD_TICKETS, conversations::forward));
        add(post("/tickets/{id}/reply_to_forward", FORWARD_TICKETS, conversations::replyToForward));
        add(put("/conversations/{id}", EDIT_CONVERSATIONS, conversations::edit));
        add(delete("/conversations/{id}", EDIT_CONVERSATIONS, conversations::delete));
        add(ours("GET", "/conversations/{id}", VIEW_TICKETS, conversations::view));

        var bulkNotes = new BulkNotesApi(hilo.bulkNotes());
        add(ours("POST", "/bulk-notes", VIEW_TICKETS, bulkNotes::preview));
        add(ours("GET", "/bulk-notes/{id}", VIEW_TICKETS, bulkNotes::view));
        add(ours("GET", "/bulk-notes/{id}/tickets", VIEW_TICKETS, bulkNotes::tickets)
                .paged());
        add(ours("POST", "/bulk-notes/{id}/confirm", VIEW_TICKETS, bulkNotes::confirm)
                .bodiless());
        add(ours("POST", "/bulk-notes/{id}/undo", VIEW_TICKETS, bulkNotes::undo).bodiless());

        var attachments = hilo.attachmentsApi();
        add(delete("/attachments/{id}", ANY_AGENT, attachments::delete));
        add(open(AttachmentsApi.DOWNLOAD, attachments::download).with(AttachmentsApi.SIGNATURE));

        var time = hilo.timeEntriesApi();
        add(get("/tickets/{id}/time_entries", VIEW_TICKETS, time::ofTicket).paged());
        add(post("/tickets/{id}/time_entries", TRACK_TIME, time::create));
        add(get("/time_entries", VIEW_TICKETS, time::list)
                .with(TimeEntryFilter.class)
                .paged());
        add(put("/time_entries/{id}", TRACK_TIME, time::update));
        add(put("/time_entries/{id}/toggle_timer", TRACK_TIME, time::toggle).bodiless());
        add(delete("/time_entries/{id}", TRACK_TIME, time::delete));
    }

    /** {@code /api/v2}: who works here and who writes in. */
    private void people(Hilo hilo) {
        var roles = hilo.rolesApi();
        add(get("/roles", ADMINISTER, roles::list).paged());
        add(get("/roles/{id}", ADMINISTER, roles::view));

        var agents = hilo.agentsApi();
        add(get("/agents", ADMINISTER, agents::list).with(AgentFilter.class).paged());
        add(post("/agents", ADMINISTER, agents::create));
        add(post("/agents/bulk", ADMINISTER, agents::createMany));
        add(get("/agents/me", ANY_AGENT, agents::me));
        add(get("/agents/autocomplete", ADMINISTER, agents::autocomplete).with(AgentsApi.Typed.class));
        add(get("/agents/{id}", ADMINISTER, agents::view));
        add(put("/agents/{id}", ADMINISTER, agents::update));
        add(delete("/agents/{id}", ADMINISTER, agents::delete));
        add(get("/agents/{id}/availability", ADMINISTER, agents::availability));
        add(put("/agents/{id}/availability", ADMINISTER, agents::updateAvailability));

        var contacts = hilo.contactsApi();
        add(get("/contacts", VIEW_CONTACTS, contacts::list)
                .with(ContactFilter.class)
                .paged()
                .limited(CONTACT_LIST));
        add(post("/contacts", MANAGE_CONTACTS, contacts::create));
        add(get("/contacts/autocomplete", VIEW_CONTACTS, contacts::autocomplete).with(ContactsApi.Typed.class));
        add(get("/contacts/{id}", VIEW_CONTACTS, contacts::view));
        add(put("/contacts/{id}", MANAGE_CONTACTS, contacts::update));
        add(delete("/contacts/{id}", DELETE_CONTACTS, contacts::delete));
        add(put("/contacts/{id}/restore", DELETE_CONTACTS, contacts::restore).bodiless());
        add(delete("/contacts/{id}/hard_delete", DELETE_CONTACTS, contacts::hardDelete)
                .with(ContactsApi.HardDelete.class));
        add(put("/contacts/{id}/make_agent", ADMINISTER, contacts::makeAgent));
        add(put("/contacts/{id}/send_invite", MANAGE_CONTACTS, contacts::sendInvite)
                .bodiless());
        add(post("/contacts/merge", MANAGE_CONTACTS, contacts::merge));
        add(get("/search/contacts", VIEW_CONTACTS, contacts::search).with(Search.class));

        transfers("/contacts", hilo.contactTransfersApi());

        var companies = hilo.companiesApi();
        add(get("/companies", VIEW_CONTACTS, companies::list)
                .with(CompanyFilter.class)
                .paged());
        add(post("/companies", MANAGE_CONTACTS, companies::create));
        add(get("/companies/autocomplete", VIEW_CONTACTS, companies::autocomplete)
                .with(CompaniesApi.Typed.class));
        add(get("/companies/{id}", VIEW_CONTACTS, companies::view));
        add(put("/companies/{id}", MANAGE_CONTACTS, companies::update));
        add(delete("/companies/{id}", DELETE_CONTACTS, companies::delete));
        add(get("/search/companies", VIEW_CONTACTS, companies::search).with(Search.class));
        transfers("/companies", hilo.companyTransfersApi());

        var groups = hilo.groupsApi();
        add(get("/groups", ADMINISTER, groups::list).paged());
        add(post("/groups", ADMINISTER, groups::create));
        add(get("/groups/{id}", ADMINISTER, groups::view));
        add(put("/groups/{id}", ADMINISTER, groups::update));
        add(delete("/groups/{id}", ADMINISTER, groups::delete));

        var adminGroups = hilo.adminGroupsApi();
        add(get("/admin/groups", ADMINISTER, adminGroups::list).paged());
        add(post("/admin/groups", ADMINISTER, adminGroups::create));
        add(get("/admin/groups/{id}", ADMINISTER, adminGroups::view));
        add(put("/admin/groups/{id}", ADMINISTER, adminGroups::update));
        add(delete("/admin/groups/{id}", ADMINISTER, adminGroups::delete));
        add(get("/admin/groups/{id}/agents", ADMINISTER, adminGroups::agents).paged());
        add(put("/admin/groups/{id}/agents", ADMINISTER, adminGroups::changeAgents));
    }

    /** {@code /api/v2}: how the help desk is set up, and what goes on behind it. */
    private void administration(Hilo hilo) {
        var jobs = hilo.jobsApi();
        add(get("/jobs/{job}", ANY_AGENT, jobs::view));

        var calendars = hilo.calendarsApi();
        add(get("/business_hours", ADMINISTER, calendars::list).paged());
        add(get("/business_hours/{id}", ADMINISTER, calendars::view));

        var policies = hilo.slaPoliciesApi();
        add(get("/sla_policies", ADMINISTER, policies::list).paged());
        add(post("/sla_policies", ADMINISTER, policies::create));
        add(put("/sla_policies/{id}", ADMINISTER, policies::update));

        var mailboxes = hilo.mailboxesApi();
        add(get("/email_configs", ADMINISTER, mailboxes::listConfigs).paged());
        add(get("/email_configs/{id}", ADMINISTER, mailboxes::viewConfig));
        add(get("/email/mailboxes", ADMINISTER, mailboxes::list)
                .with(MailboxFilter.class)
                .paged());
        add(post("/email/mailboxes", ADMINISTER, mailboxes::create));
        add(get("/email/mailboxes/{id}", ADMINISTER, mailboxes::view));
        add(put("/email/mailboxes/{id}", ADMINISTER, mailboxes::update));
        add(delete("/email/mailboxes/{id}", ADMINISTER, mailboxes::delete));

        var outbox = hilo.outboxApi();
        add(ours("GET", "/outbox", VIEW_TICKETS, outbox::list)
                .with(OutboxFilter.class)
                .paged());
        add(ours("GET", "/outbox/{id}", VIEW_TICKETS, outbox::view));
        add(ours("POST", "/outbox/{id}/retry", REPLY_TICKETS, outbox::retry).bodiless());
        add(ours("DELETE", "/outbox/{id}", REPLY_TICKETS, outbox::cancel));

        var mail = hilo.mailApi();
        add(ours("POST", "/mail", ADMINISTER, mail::receive).with(MailApi.ToMailbox.class));
        add(ours("GET", "/conversations/{id}/quoted-text", VIEW_TICKETS, mail::quotedText));
        add(ours("GET", "/mail/quarantine", ADMINISTER, mail::quarantined).paged());
        add(ours("GET", "/mail/quarantine/{id}/raw", ADMINISTER, mail::raw));
        add(ours("POST", "/mail/quarantine/{id}/retry", ADMINISTER, mail::retry).bodiless());
        add(ours("DELETE", "/mail/quarantine/{id}", ADMINISTER, mail::delete));

        var templates = hilo.notificationTemplatesApi();
        add(ours("GET", "/notification-templates", ADMINISTER, templates::list));
        add(ours("GET", "/notification-templates/{event}/{lang}", ADMINISTER, templates::view));
        add(ours("PUT", "/notification-templates/{event}/{lang}", ADMINISTER, templates::update));
        add(ours("DELETE", "/notification-templates/{event}/{lang}", ADMINISTER, templates::reset));

        var settings = hilo.settingsApi();
        add(get("/email/settings", ADMINISTER, settings::email));
        add(put("/email/settings", ADMINISTER, settings::updateEmail));
        add(get("/notifications/email/bcc", ADMINISTER, settings::bcc));
        add(put("/notifications/email/bcc", ADMINISTER, settings::updateBcc));
        add(get("/settings/helpdesk", ANY_AGENT, settings::helpdesk));

        var products = hilo.productsApi();
        add(get("/products", ADMINISTER, products::list).paged());
        add(get("/products/{id}", ADMINISTER, products::view));
        add(ours("POST", "/products", ADMINISTER, products::create));
        add(ours("PUT", "/products/{id}", ADMINISTER, products::update));
        add(ours("DELETE", "/products/{id}", ADMINISTER, products::delete));

        var account = hilo.accountApi();
        add(get("/account", ANY_AGENT, account::view));
        add(post("/account/export", MANAGE_ACCOUNT, hilo.accountExportApi()::start));
    }

    /** What the help desk does by itself. */
    private void automations(Hilo hilo) {
        var rules = hilo.rulesApi();
        add(get("/automations/{type}/rules", ADMINISTER, rules::list).paged());
        add(post("/automations/{type}/rules", ADMINISTER, rules::create));
        add(get("/automations/{type}/rules/{id}", ADMINISTER, rules::view));
        add(put("/automations/{type}/rules/{id}", ADMINISTER, rules::update));
        add(delete("/automations/{type}/rules/{id}", ADMINISTER, rules::delete));

        var automations = hilo.automationsApi();
        add(ours("GET", "/automations/settings", ADMINISTER, automations::settings));
        add(ours("PUT", "/automations/settings", ADMINISTER, automations::saveSettings));
        add(ours("POST", "/automations/dry-run", ADMINISTER, automations::dryRun));
        add(ours("GET", "/automations/rules/{id}/runs", ADMINISTER, automations::runsOfRule)
                .paged());
        add(ours("GET", "/tickets/{id}/automation-runs", VIEW_TICKETS, automations::runsOfTicket)
                .paged());
    }

    /** {@code /api/hilo/v1/sandbox}: for those who test integrations; there is no such thing elsewhere. */
    private void sandbox(SandboxApi sandbox) {
        add(control("GET", "/sandbox/clock", sandbox::time));
        add(control("PUT", "/sandbox/clock", sandbox::setTime));
        add(control("POST", "/sandbox/clock/advance", sandbox::advance));
        add(control("GET", "/sandbox/limits", sandbox::limits));
        add(control("PUT", "/sandbox/limits", sandbox::setLimits));
        add(control("GET", "/sandbox/faults", sandbox::faults));
        add(control("POST", "/sandbox/faults", sandbox::addFault));
        add(control("DELETE", "/sandbox/faults", sandbox::clearFaults));
        add(control("GET", "/sandbox/calls", sandbox::calls).with(SandboxApi.Logged.class));
        add(control("GET", "/sandbox/calls/count", sandbox::countCalls).with(SandboxApi.Logged.class));
        add(control("DELETE", "/sandbox/calls", sandbox::clearCalls));
        add(control("GET", "/sandbox/snapshots", sandbox::snapshots));
        add(control("POST", "/sandbox/snapshots", sandbox::takeSnapshot));
        add(control("POST", "/sandbox/reset", sandbox::reset));
    }

    /** A call that costs nothing, so that no limit keeps one from lifting it. */
    private static Route control(String method, String path, Route.Handler handler) {
        return ours(method, path, ADMINISTER, handler).costing(call -> 0);
    }

    /** {@code /api/hilo/v1}: tables for analysis, written again and again. */
    private void exports(Hilo hilo) {
        var exports = hilo.exportsApi();
        add(ours("GET", "/exports", MANAGE_ACCOUNT, exports::list).paged());
        add(ours("POST", "/exports", MANAGE_ACCOUNT, exports::create));
        add(ours("GET", "/exports/{id}", MANAGE_ACCOUNT, exports::view));
        add(ours("PUT", "/exports/{id}", MANAGE_ACCOUNT, exports::update));
        add(ours("POST", "/exports/{id}/run", MANAGE_ACCOUNT, exports::run).bodiless());
        add(ours("DELETE", "/exports/{id}", MANAGE_ACCOUNT, exports::delete));
    }

    /** {@code /api/hilo/v1/crm}: people and conversations, written to a CRM. */
    private void crm(Hilo hilo) {
        var crm = hilo.crmApi();
        add(ours("GET", "/crm/hubspot", MANAGE_ACCOUNT, crm::view));
        add(ours("PUT", "/crm/hubspot", MANAGE_ACCOUNT, crm::put));
        add(ours("DELETE", "/crm/hubspot", MANAGE_ACCOUNT, crm::delete));
        add(ours("POST", "/crm/hubspot/run", MANAGE_ACCOUNT, crm::run));
        add(ours("GET", "/crm/hubspot/links", MANAGE_ACCOUNT, crm::links)
                .paged()
                .with(ConnectionsApi.LinkParams.class));
        add(ours("DELETE", "/crm/hubspot/links", MANAGE_ACCOUNT, crm::forget).with(ConnectionsApi.LinkParams.class));
    }

    /** {@code /api/hilo/v1}: who is told of it. */
    private void webhooks(Hilo hilo) {
        var webhooks = hilo.webhooksApi();
        add(ours("GET", "/webhooks", ADMINISTER, webhooks::list).paged());
        add(ours("POST", "/webhooks", ADMINISTER, webhooks::create));
        add(ours("GET", "/webhooks/{id}", ADMINISTER, webhooks::view));
        add(ours("PUT", "/webhooks/{id}", ADMINISTER, webhooks::update));
        add(ours("DELETE", "/webhooks/{id}", ADMINISTER, webhooks::delete));
        add(ours("POST", "/webhooks/{id}/rotate-secret", ADMINISTER, webhooks::rotate)
                .bodiless());
        add(ours("POST", "/webhooks/{id}/test", ADMINISTER, webhooks::test).bodiless());
        add(ours("GET", "/webhooks/{id}/deliveries", ADMINISTER, webhooks::deliveries)
                .with(WebhooksApi.OfState.class)
                .paged());
        add(ours("POST", "/webhooks/{id}/replay", ADMINISTER, webhooks::replay));
    }

    /** {@code /api/hilo/v1/links}: what is mirrored from elsewhere. */
    private void mirror(Hilo hilo) {
        var links = new LinksApi(hilo.links(), hilo.sync());
        add(ours("GET", "/links", ADMINISTER, links::list));
        add(ours("POST", "/links", MANAGE_ACCOUNT, links::create));
        add(ours("GET", "/links/{id}", ADMINISTER, links::view));
        add(ours("PUT", "/links/{id}", MANAGE_ACCOUNT, links::update));
        add(ours("DELETE", "/links/{id}", MANAGE_ACCOUNT, links::delete));
        add(ours("GET", "/links/{id}/forecast", ADMINISTER, links::forecast));
        add(ours("POST", "/links/{id}/sync", ADMINISTER, links::sync));
        add(ours("POST", "/links/{id}/verify", ADMINISTER, links::verify));
        add(ours("GET", "/links/{id}/outgoing", ADMINISTER, links::outgoing).paged());
        add(ours("DELETE", "/links/{id}/outgoing/{outgoing_id}", ADMINISTER, links::cancel));
        add(ours("POST", "/push/{token}", ANY_AGENT, links::push).open());
        add(ours("GET", "/links/{id}/reports", ADMINISTER, links::reports).paged());
        add(ours("GET", "/links/{id}/reports/{report_id}", ADMINISTER, links::report));
    }

    /** {@code /api/hilo/v1}: what happened, in order. */
    private void history(Hilo hilo) {
        add(ours("GET", "/changes", EXPORT_DATA, hilo.changesApi()::changes)
                .with(ChangesApi.Asked.class)
                .streaming());
        add(ours("GET", "/tickets/{id}/timeline", VIEW_TICKETS, hilo.timelineApi()::timeline)
                .with(TimelineApi.Asked.class));
        add(ours("GET", "/tickets/{id}/at", VIEW_TICKETS, hilo.ticketsApi()::viewAt)
                .with(TicketsApi.At.class));
    }

    /** {@code /api/hilo/v1}: what incoming messages say besides their words. */
    /** {@code /api/hilo/v1/reports}: the numbers. */
    private void reports(Hilo hilo) {
        var reports = hilo.reportsApi();
        add(ours("GET", "/reports/{report}", VIEW_TICKETS, reports::report).with(ReportAsked.class));
        add(ours("GET", "/reports/{report}/tickets", VIEW_TICKETS, reports::tickets)
                .with(ReportAsked.class)
                .paged());
        add(ours("GET", "/attention", VIEW_TICKETS, hilo.attentionPages()::json));
        add(page("GET", "/attention", VIEW_TICKETS, hilo.attentionPages()::page));
        var dashboards = hilo.dashboardPages();
        add(page("GET", "/dashboards", VIEW_TICKETS, dashboards::first));
        add(page("GET", "/dashboards/{report}", VIEW_TICKETS, dashboards::dashboard)
                .with(ReportAsked.class));
        add(page("GET", "/dashboards/{report}/tickets", VIEW_TICKETS, dashboards::tickets)
                .with(ReportAsked.class));
        add(page("GET", "/dashboards/{report}/csv", VIEW_TICKETS, dashboards::csv)
                .with(ReportAsked.class));
    }

    private void insight(InsightApi insight) {
        add(ours("GET", "/tickets/{id}/insight", VIEW_TICKETS, insight::ofTicket));
        add(ours("PUT", "/tickets/{id}/insight/topic", EDIT_TICKETS, insight::putTopic));
        add(ours("DELETE", "/tickets/{id}/insight/topic", EDIT_TICKETS, insight::takeTopicOff));
        add(ours("POST", "/insight/read", VIEW_TICKETS, insight::read));
        add(ours("GET", "/insight/settings", VIEW_TICKETS, insight::settings));
        add(ours("PUT", "/insight/settings", ADMINISTER, insight::updateSettings));
        add(ours("GET", "/insight/topics", VIEW_TICKETS, insight::topics).paged());
        add(ours("POST", "/insight/topics", ADMINISTER, insight::createTopic));
        add(ours("GET", "/insight/topics/{id}", VIEW_TICKETS, insight::topic));
        add(ours("PUT", "/insight/topics/{id}", ADMINISTER, insight::updateTopic));
        add(ours("DELETE", "/insight/topics/{id}", ADMINISTER, insight::deleteTopic));
        add(ours("POST", "/insight/training", ADMINISTER, insight::train).bodiless());
        add(ours("GET", "/insight/classifiers", ADMINISTER, insight::versions).paged());
        add(ours("GET", "/insight/classifiers/{id}", ADMINISTER, insight::version));
        add(ours("PUT", "/insight/classifiers/{id}/use", ADMINISTER, insight::useVersion)
                .bodiless());
    }

    /** {@code /api/hilo/v1}: what Hilo answers by itself or proposes. */
    private void answers(Hilo hilo) {
        var model = hilo.answers().modelApi();
        add(ours("GET", "/ai/model", ADMINISTER, model::view));
        add(ours("PUT", "/ai/model", ADMINISTER, model::save));
        add(ours("DELETE", "/ai/model", ADMINISTER, model::delete));
        add(ours("POST", "/ai/model/test", ADMINISTER, model::test).bodiless());

        var knowledge = hilo.knowledgeApi();
        add(ours("GET", "/knowledge", VIEW_TICKETS, knowledge::state));
        add(ours("GET", "/knowledge/search", VIEW_TICKETS, knowledge::search).with(KnowledgeApi.Search.class));
        add(ours("POST", "/knowledge/refresh", ADMINISTER, knowledge::refresh).bodiless());

        var sources = hilo.sourcesApi();
        add(ours("GET", "/knowledge/sources", ADMINISTER, sources::list).paged());
        add(ours("POST", "/knowledge/sources", ADMINISTER, sources::create));
        add(ours("GET", "/knowledge/sources/{id}", ADMINISTER, sources::view));
        add(ours("PUT", "/knowledge/sources/{id}", ADMINISTER, sources::update));
        add(ours("DELETE", "/knowledge/sources/{id}", ADMINISTER, sources::delete));
        add(ours("POST", "/knowledge/sources/{id}/read", ADMINISTER, sources::read)
                .bodiless());
        add(ours("POST", "/knowledge/sources/{id}/files", ADMINISTER, sources::add));
        add(ours("GET", "/knowledge/sources/{id}/documents", ADMINISTER, sources::documents)
                .paged());
        add(ours("DELETE", "/knowledge/sources/{id}/documents/{document_id}", ADMINISTER, sources::deleteDocument));

        var voice = hilo.answers().voiceApi();
        add(ours("GET", "/ai/voice", VIEW_TICKETS, voice::list));
        add(ours("PUT", "/ai/voice", ADMINISTER, voice::edit));
        add(ours("POST", "/ai/voice/measure", ADMINISTER, voice::measure).bodiless());

        var drafts = hilo.answers().draftsApi();
        add(ours("POST", "/tickets/{id}/draft", VIEW_TICKETS, drafts::draft)
                .bodiless()
                .streaming());
        add(ours("GET", "/tickets/{id}/draft", VIEW_TICKETS, drafts::offered));
        add(ours("GET", "/drafts/{id}", VIEW_TICKETS, drafts::view));
        add(ours("POST", "/drafts/{id}/accept", VIEW_TICKETS, drafts::accept));
        add(ours("POST", "/drafts/{id}/edit", VIEW_TICKETS, drafts::edit));
        add(ours("POST", "/drafts/{id}/refuse", VIEW_TICKETS, drafts::refuse));
        add(ours("POST", "/drafts/{id}/passages", VIEW_TICKETS, drafts::mark));
        add(ours("POST", "/tickets/{id}/digest", VIEW_TICKETS, hilo.answers().digestsApi()::digest)
                .bodiless());

        add(ours("GET", "/tickets/{id}/similar", VIEW_TICKETS, hilo.answers().similarApi()::list));
        add(Route.of("POST", "/mcp", ANY_AGENT, hilo.answers().mcpApi()::message));

        var oversight = hilo.answers().oversightApi();
        add(ours("GET", "/ai/settings", ADMINISTER, oversight::settings));
        add(ours("PUT", "/ai/settings", ADMINISTER, oversight::save));
        add(ours("POST", "/ai/stop", ADMINISTER, oversight::stopEverything).bodiless());
        add(ours("GET", "/ai/actions", VIEW_TICKETS, oversight::actions).paged());
        add(ours("GET", "/tickets/{id}/ai-actions", VIEW_TICKETS, oversight::actionsOfTicket)
                .paged());
        add(ours("POST", "/ai/actions/{id}/stop", REPLY_TICKETS, oversight::stop)
                .bodiless());
        add(ours("POST", "/ai/actions/{id}/undo", ADD_NOTES, oversight::undo).bodiless());
        simulations(hilo.simulationsApi());
        var checks = hilo.checksApi();
        add(ours("POST", "/simulation-checks", ADMINISTER, checks::create));
        add(ours("GET", "/simulation-checks", ADMINISTER, checks::list).paged());
        add(ours("DELETE", "/simulation-checks/{id}", ADMINISTER, checks::delete));
        add(ours("POST", "/simulation-checks/run", ADMINISTER, checks::run).bodiless());
    }

    /** {@code /api/hilo/v1}: the agent on past tickets. */
    private void simulations(SimulationsApi simulations) {
        add(ours("POST", "/simulations", ADMINISTER, simulations::create));
        add(ours("GET", "/simulations", ADMINISTER, simulations::list).paged());
        add(ours("GET", "/simulations/{id}", ADMINISTER, simulations::view));
        add(ours("DELETE", "/simulations/{id}", ADMINISTER, simulations::delete));
        add(ours("POST", "/simulations/{id}/cancel", ADMINISTER, simulations::cancel)
                .bodiless());
        add(ours("GET", "/simulations/{id}/cases", ADMINISTER, simulations::cases)
                .paged());
        add(ours("GET", "/simulations/{id}/to-mark", ADMINISTER, simulations::toMark));
        add(ours("PUT", "/simulations/{id}/cases/{number}/mark", ADMINISTER, simulations::mark));
        add(ours("GET", "/simulations/{id}/report", ADMINISTER, simulations::report)
                .with(SimulationsApi.AtGate.class));
        add(ours("POST", "/simulations/{id}/shadows", ADMINISTER, simulations::startShadow));
        add(ours("GET", "/simulations/{id}/shadows", ADMINISTER, simulations::shadows));
        add(ours("POST", "/simulations/{id}/gaps/{number}/article", ADMINISTER, simulations::draftArticle));
        add(ours("GET", "/simulations/{id}/comparison", ADMINISTER, simulations::compare)
                .with(SimulationsApi.Compared.class));
        add(ours("GET", "/simulations/{id}/bundle", ADMINISTER, simulations::bundle)
                .with(SimulationsApi.AtGate.class));
        add(ours("GET", "/simulations/{id}/what-if", ADMINISTER, simulations::whatIf)
                .with(SimulationsApi.AtGate.class));
    }

    private void transfers(String path, TransfersApi transfers) {
        add(post(path + "/export", EXPORT_DATA, transfers::startExport));
        add(get(path + "/export/{export}", EXPORT_DATA, transfers::viewExport));
        add(post(path + "/imports", MANAGE_CONTACTS, transfers::startImport));
        add(get(path + "/imports", MANAGE_CONTACTS, transfers::listImports).with(TransfersApi.OfStatus.class));
        add(get(path + "/imports/{id}", MANAGE_CONTACTS, transfers::viewImport));
        add(put(path + "/imports/{id}/cancel", MANAGE_CONTACTS, transfers::cancelImport));
    }

    private static Route open(String path, Route.Handler handler) {
        return Route.of("GET", path, ANY_AGENT, handler).open();
    }

    /** {@code /api/v2}: what the forms of tickets, contacts and companies ask for. */
    private void fields(Hilo hilo) {
        var fields = hilo.fieldsApi();
        add(get("/ticket_fields", VIEW_TICKETS, fields::listForTickets).with(FieldsApi.OfType.class));
        add(get("/admin/ticket_fields", ADMINISTER, fields::listForAdministrators)
                .with(FieldsApi.Admin.class));
        add(post("/admin/ticket_fields", ADMINISTER, fields::createForTickets));
        add(get("/admin/ticket_fields/{id}", ADMINISTER, fields::viewForAdministrators)
                .with(FieldsApi.Admin.class));
        add(put("/admin/ticket_fields/{id}", ADMINISTER, fields::updateForTickets));
        add(delete("/admin/ticket_fields/{id}", ADMINISTER, fields::deleteOfTickets));

        var sections = hilo.sections();
        add(get("/admin/ticket_fields/{id}/sections", ADMINISTER, sections::list));
        add(post("/admin/ticket_fields/{id}/sections", ADMINISTER, sections::create));
        add(get("/admin/ticket_fields/{id}/sections/{section_id}", ADMINISTER, sections::view));
        add(put("/admin/ticket_fields/{id}/sections/{section_id}", ADMINISTER, sections::update));
        add(delete("/admin/ticket_fields/{id}/sections/{section_id}", ADMINISTER, sections::delete));

        var ofContacts = hilo.contactFieldsApi();
        add(get("/contact_fields", ANY_AGENT, ofContacts::list));
        add(post("/contact_fields", ADMINISTER, ofContacts::create));
        add(get("/contact_fields/{id}", ADMINISTER, ofContacts::view));
        add(put("/contact_fields/{id}", ADMINISTER, ofContacts::update));
        add(delete("/contact_fields/{id}", ADMINISTER, ofContacts::delete));
        add(delete("/contact_field/{id}", ADMINISTER, ofContacts::delete));

        var ofCompanies = hilo.companyFieldsApi();
        add(get("/company_fields", ANY_AGENT, ofCompanies::list));
        add(post("/company_fields", ADMINISTER, ofCompanies::create));
        add(get("/company_fields/{id}", ADMINISTER, ofCompanies::view));
        add(put("/company_fields/{id}", ADMINISTER, ofCompanies::update));
        add(put("/company_field/{id}", ADMINISTER, ofCompanies::update));
        add(delete("/company_fields/{id}", ADMINISTER, ofCompanies::delete));
        add(delete("/company_field/{id}", ADMINISTER, ofCompanies::delete));
    }

    /** {@code /api/v2}: what the team has written down: the help centre and prepared answers. */
    private void knowledge(Hilo hilo) {
        var solutions = hilo.solutionsApi();
        add(get("/solutions/categories", VIEW_SOLUTIONS, solutions::categories).paged());
        add(post("/solutions/categories", MANAGE_SOLUTIONS, solutions::createCategory));
        add(get("/solutions/categories/{id}", VIEW_SOLUTIONS, solutions::category));
        add(put("/solutions/categories/{id}", MANAGE_SOLUTIONS, solutions::updateCategory));
        add(delete("/solutions/categories/{id}", MANAGE_SOLUTIONS, solutions::deleteCategory));
        add(get("/solutions/categories/{lang}", VIEW_SOLUTIONS, solutions::categoriesIn)
                .paged());
        add(get("/solutions/categories/{id}/{lang}", VIEW_SOLUTIONS, solutions::categoryIn));
        add(post("/solutions/categories/{id}/{lang}", MANAGE_SOLUTIONS, solutions::translateCategory));
        add(put("/solutions/categories/{id}/{lang}", MANAGE_SOLUTIONS, solutions::updateCategoryIn));
        add(get("/solutions/categories/{id}/folders", VIEW_SOLUTIONS, solutions::folders)
                .paged());
        add(post("/solutions/categories/{id}/folders", MANAGE_SOLUTIONS, solutions::createFolder));
        add(get("/solutions/categories/{id}/folders/{lang}", VIEW_SOLUTIONS, solutions::foldersIn)
                .paged());
        add(get("/solutions/folders/{id}", VIEW_SOLUTIONS, solutions::folder));
        add(put("/solutions/folders/{id}", MANAGE_SOLUTIONS, solutions::updateFolder));
        add(delete("/solutions/folders/{id}", MANAGE_SOLUTIONS, solutions::deleteFolder));
        add(get("/solutions/folders/{id}/{lang}", VIEW_SOLUTIONS, solutions::folderIn));
        add(post("/solutions/folders/{id}/{lang}", MANAGE_SOLUTIONS, solutions::translateFolder));
        add(put("/solutions/folders/{id}/{lang}", MANAGE_SOLUTIONS, solutions::updateFolderIn));
        add(get("/solutions/folders/{id}/subfolders", VIEW_SOLUTIONS, solutions::subfolders)
                .paged());
        add(get("/solutions/folders/{id}/subfolders/{lang}", VIEW_SOLUTIONS, solutions::subfoldersIn)
                .paged());
        add(get("/solutions/folders/{id}/articles", VIEW_SOLUTIONS, solutions::articles)
                .paged());
        add(post("/solutions/folders/{id}/articles", MANAGE_SOLUTIONS, solutions::createArticle));
        add(get("/solutions/folders/{id}/articles/{lang}", VIEW_SOLUTIONS, solutions::articlesIn)
                .paged());
        add(get("/solutions/articles/{id}", VIEW_SOLUTIONS, solutions::article));
        add(put("/solutions/articles/{id}", MANAGE_SOLUTIONS, solutions::updateArticle));
        add(delete("/solutions/articles/{id}", MANAGE_SOLUTIONS, solutions::deleteArticle));
        add(get("/solutions/articles/{id}/{lang}", VIEW_SOLUTIONS, solutions::articleIn));
        add(post("/solutions/articles/{id}/{lang}", MANAGE_SOLUTIONS, solutions::translateArticle));
        add(put("/solutions/articles/{id}/{lang}", MANAGE_SOLUTIONS, solutions::updateArticleIn));
        add(get("/search/solutions", VIEW_SOLUTIONS, solutions::search)
                .with(SolutionsApi.Search.class)
                .paged());

        var canned = hilo.cannedResponsesApi();
        add(post("/canned_responses", MANAGE_CANNED_RESPONSES, canned::create));
        add(post("/canned_responses/bulk", MANAGE_CANNED_RESPONSES, canned::createMany));
        add(get("/canned_responses/{id}", VIEW_TICKETS, canned::view));
        add(put("/canned_responses/{id}", MANAGE_CANNED_RESPONSES, canned::update));
        add(get("/canned_response_folders", VIEW_TICKETS, canned::folders).paged());
        add(get("/canned_response_folders/{id}", VIEW_TICKETS, canned::folder));
        add(get("/canned_response_folders/{id}/responses", VIEW_TICKETS, canned::responses)
                .paged());
        add(post("/canned_response_folders", MANAGE_CANNED_RESPONSES, canned::createFolder));
        add(post("/canned_response_folder", MANAGE_CANNED_RESPONSES, canned::createFolder));
        add(put("/canned_response_folders/{id}", MANAGE_CANNED_RESPONSES, canned::renameFolder));
        add(put("/canned_response_folder/{id}", MANAGE_CANNED_RESPONSES, canned::renameFolder));
    }

    /** {@code /api/v2}: what customers think of the answers. */
    private void satisfaction(Hilo hilo) {
        var surveys = hilo.surveysApi();
        add(post("/tickets/{id}/satisfaction_ratings", EDIT_TICKETS, surveys::rate));
        add(get("/tickets/{id}/satisfaction_ratings", VIEW_TICKETS, surveys::ofTicket)
                .paged());
        add(get("/surveys/satisfaction_ratings", VIEW_TICKETS, surveys::ratings)
                .with(SurveysApi.Given.class)
                .paged());
        add(get("/surveys", VIEW_TICKETS, surveys::list)
                .with(SurveysApi.OfState.class)
                .paged());
    }

    /** For people with a browser. */
    private void pages(Hilo hilo) {
        add(page("GET", "/assets/{hash}/{name}", ANY_AGENT, hilo.assetPages()::asset)
                .open());

        var login = hilo.loginPages();
        add(page("GET", "/", ANY_AGENT, call -> new Answer.Redirect("/inbox")));
        add(page("GET", "/login", ANY_AGENT, login::form).open().with(LoginPages.Asked.class));
        add(page("POST", "/login", ANY_AGENT, login::logIn).open());
        var code = hilo.codePages();
        add(page("GET", "/login/code", ANY_AGENT, code::form).open().with(CodePages.Asked.class));
        add(page("POST", "/login/code", ANY_AGENT, code::give).open());
        var password = hilo.passwordPages();
        add(page("GET", "/password/forgotten", ANY_AGENT, password::forgotten).open());
        add(page("POST", "/password/forgotten", ANY_AGENT, password::mail).open());
        add(page("GET", "/password", ANY_AGENT, password::form).open().with(PasswordPages.Mailed.class));
        add(page("POST", "/password", ANY_AGENT, password::choose).open());
        var ownLogin = hilo.ownLoginPages();
        add(page("GET", "/profile/login", ANY_AGENT, ownLogin::view));
        add(page("POST", "/profile/login/password", ANY_AGENT, ownLogin::changePassword));
        add(page("POST", "/profile/login/second-factor", ANY_AGENT, ownLogin::propose));
        add(page("POST", "/profile/login/second-factor/confirm", ANY_AGENT, ownLogin::confirm));
        add(page("POST", "/profile/login/second-factor/off", ANY_AGENT, ownLogin::turnOff));
        add(page("POST", "/logout", ANY_AGENT, login::logOut));
        add(page("POST", "/theme", ANY_AGENT, login::theme).open());
        add(page("POST", "/language", ANY_AGENT, login::language).open());

        var profile = hilo.profilePages();
        add(page("GET", "/profile", ANY_AGENT, profile::profile));
        add(page("POST", "/profile/sessions/{id}/end", ANY_AGENT, profile::endSession));
        add(page("POST", "/profile/sessions/end-others", ANY_AGENT, profile::endOthers));
        add(page("GET", "/live", ANY_AGENT, hilo.livePages()::follow));

        var inbox = hilo.inboxPages();
        var simulations = hilo.simulationPages();
        add(page("GET", "/simulations", ADMINISTER, simulations::list));
        add(page("POST", "/simulations", ADMINISTER, simulations::start));
        add(page("GET", "/simulations/{id}", ADMINISTER, simulations::view).with(SimulationPages.Looked.class));
        add(page("GET", "/simulations/{id}/against", ADMINISTER, hilo.comparisonPages()::view)
                .with(ComparisonPages.Asked.class));
        add(page("GET", "/simulations/{id}/cases.csv", ADMINISTER, simulations::casesAsCsv));
        add(page("GET", "/simulations/{id}/bundle", ADMINISTER, simulations::bundle)
                .with(SimulationPages.Looked.class));
        add(page("POST", "/simulations/{id}/shadow", ADMINISTER, simulations::startShadow));
        add(page("POST", "/simulations/{id}/article", ADMINISTER, simulations::draftArticle));
        add(page("POST", "/simulations/{id}/cancel", ADMINISTER, simulations::cancel));
        add(page("POST", "/simulations/{id}/delete", ADMINISTER, simulations::delete));
        add(page("GET", "/simulations/{id}/report.html", ADMINISTER, simulations::download)
                .with(SimulationPages.Looked.class));
        add(page("GET", "/simulations/{id}/mark", ADMINISTER, simulations::toMark)
                .with(SimulationPages.ToMark.class));
        add(page("POST", "/simulations/{id}/mark", ADMINISTER, simulations::mark));

        add(page("GET", "/inbox", VIEW_TICKETS, inbox::inbox).with(InboxAsked.class));
        add(page("GET", "/inbox/rows", VIEW_TICKETS, inbox::rows).with(InboxAsked.class));
        add(page("GET", "/inbox/counts", VIEW_TICKETS, inbox::counts).with(InboxAsked.class));
        add(page("POST", "/inbox/change", EDIT_TICKETS, inbox::change));
        add(page("POST", "/inbox/filters", VIEW_TICKETS, inbox::saveFilter));
        add(page("POST", "/inbox/filters/{id}/delete", VIEW_TICKETS, inbox::deleteFilter));
        add(page("POST", "/undo/{name}", ANY_AGENT, inbox::undo));

        var ticket = hilo.ticketPages();
        add(page("GET", "/tickets/{id}", VIEW_TICKETS, ticket::ticket).with(TicketPages.Asked.class));
        add(page("GET", "/tickets/{id}/story", VIEW_TICKETS, ticket::part).with(TicketPages.PartAsked.class));
        add(page("GET", "/tickets/{id}/side", VIEW_TICKETS, ticket::sidebar));
        add(page("GET", "/tickets/{id}/insight", VIEW_TICKETS, hilo.insightPages()::panel));
        add(page("POST", "/tickets/{id}/insight/topic", EDIT_TICKETS, hilo.insightPages()::putTopic));
        var entry = hilo.entryPages();
        add(page("GET", "/tickets/{id}/entries/{entry_id}", VIEW_TICKETS, entry::view));
        add(page("GET", "/tickets/{id}/entries/{entry_id}/edit", EDIT_CONVERSATIONS, entry::toEdit));
        add(page("POST", "/tickets/{id}/entries/{entry_id}/edit", EDIT_CONVERSATIONS, entry::edit));
        add(page("POST", "/tickets/{id}/entries/{entry_id}/delete", EDIT_CONVERSATIONS, entry::delete));
        add(page("GET", "/tickets/{id}/entries/{entry_id}/history", VIEW_TICKETS, entry::history));
        add(page("POST", "/tickets/{id}/entries/{entry_id}/split", CREATE_TICKETS, entry::split));
        add(page("GET", "/tickets/{id}/pictures/{entry_id}", VIEW_TICKETS, entry::picture)
                .with(EntryPages.PictureAsked.class));
        var work = hilo.workPages();
        add(page("GET", "/tickets/{id}/work", VIEW_TICKETS, work::work));
        add(page("POST", "/tickets/{id}/others", VIEW_TICKETS, work::others));
        add(page("POST", "/tickets/{id}/watch", VIEW_TICKETS, work::watch));
        add(page("POST", "/tickets/{id}/unwatch", VIEW_TICKETS, work::unwatch));
        add(page("POST", "/tickets/{id}/time", TRACK_TIME, work::spend));
        add(page("POST", "/tickets/{id}/time/{entry_id}/toggle", TRACK_TIME, work::toggle));
        add(page("POST", "/tickets/{id}/time/{entry_id}/delete", TRACK_TIME, work::delete));
        var merge = hilo.mergePages();
        add(page("GET", "/tickets/{id}/merge", MERGE_TICKETS, merge::find).with(MergePages.Asked.class));
        add(page("GET", "/tickets/{id}/merge/{other_id}", MERGE_TICKETS, merge::preview));
        add(page("POST", "/tickets/{id}/merge", MERGE_TICKETS, merge::merge));
        add(page("GET", "/tickets/{id}/head", VIEW_TICKETS, ticket::head));
        add(page("GET", "/tickets/{id}/raw", VIEW_TICKETS, ticket::raw));
        add(page("GET", "/tickets/{id}/quoted/{entry_id}", VIEW_TICKETS, ticket::quoted));
        add(page("GET", "/tickets/{id}/mail/{entry_id}", VIEW_TICKETS, ticket::mailState));
        add(page("POST", "/tickets/{id}/mail/{entry_id}/retry", REPLY_TICKETS, ticket::retry));
        add(page("GET", "/tickets/{id}/canned", VIEW_TICKETS, ticket::canned).with(TicketPages.CannedAsked.class));
        add(page("GET", "/tickets/{id}/canned/{response_id}", VIEW_TICKETS, ticket::cannedText));
        add(page("POST", "/tickets/{id}/change", EDIT_TICKETS, ticket::change));
        add(page("POST", "/tickets/{id}/write", VIEW_TICKETS, ticket::write));
        add(page("POST", "/tickets/{id}/draft", VIEW_TICKETS, ticket::draft));

        var ai = hilo.aiPages();
        add(page("GET", "/ai", ADMINISTER, ai::settings));
        add(page("POST", "/ai/switch", ADMINISTER, ai::turn));
        add(page("POST", "/ai/settings", ADMINISTER, ai::save));
        add(page("POST", "/ai/topics", ADMINISTER, ai::putTopic));
        add(page("POST", "/ai/topics/remove", ADMINISTER, ai::dropTopic));
        add(page("GET", "/ai/actions", ADMINISTER, ai::recent));
        add(page("POST", "/ai/actions/{id}/undo", ADD_NOTES, ai::undo));
        add(page("GET", "/ai/actions/{id}", VIEW_TICKETS, ai::card));
        var languageModel = hilo.modelPages();
        add(page("POST", "/ai/model", ADMINISTER, languageModel::save));
        add(page("POST", "/ai/model/test", ADMINISTER, languageModel::test));
        add(page("POST", "/ai/model/delete", ADMINISTER, languageModel::delete));
        var voice = hilo.voicePages();
        add(page("POST", "/ai/voice", ADMINISTER, voice::save));
        add(page("POST", "/ai/voice/reset", ADMINISTER, voice::reset));
        add(page("POST", "/ai/voice/measure", ADMINISTER, voice::measure));

        var proposals = hilo.proposalPages();
        add(page("GET", "/tickets/{id}/proposal", REPLY_TICKETS, proposals::waiting));
        add(page("POST", "/tickets/{id}/proposal", REPLY_TICKETS, proposals::propose));
        add(page("POST", "/proposals/{id}/refuse", REPLY_TICKETS, proposals::refuse));
        add(page("POST", "/proposals/{id}/passages", VIEW_TICKETS, proposals::mark));
    }

    /** Pages for administrators. */
    private void setup(Hilo hilo) {
        var keys = hilo.keyPages();
        add(page("GET", "/setup", ADMINISTER, call -> new Answer.Redirect("/setup/mailboxes")));
        add(page("GET", "/setup/keys", ADMINISTER, keys::all));
        add(page("POST", "/setup/keys", ADMINISTER, keys::create));
        add(page("POST", "/setup/keys/{id}/revoke", ADMINISTER, keys::revoke));
        add(page("GET", "/profile/keys", ANY_AGENT, keys::own));
        add(page("POST", "/profile/keys", ANY_AGENT, keys::createOwn));
        add(page("POST", "/profile/keys/{id}/revoke", ANY_AGENT, keys::revokeOwn));

        var logins = hilo.agentLoginPages();
        add(page("GET", "/setup/logins", ADMINISTER, logins::list));
        add(page("POST", "/setup/logins/{id}/invite", ADMINISTER, logins::invite));
        add(page("POST", "/setup/logins/{id}/second-factor", ADMINISTER, logins::removeFactor));

        var boxes = hilo.mailboxPages();
        add(page("GET", "/setup/mailboxes", ADMINISTER, boxes::list));
        add(page("GET", "/setup/mailboxes/new", ADMINISTER, boxes::create));
        add(page("POST", "/setup/mailboxes", ADMINISTER, boxes::save));
        add(page("GET", "/setup/mailboxes/{id}", ADMINISTER, boxes::view));
        add(page("POST", "/setup/mailboxes/{id}", ADMINISTER, boxes::change));
        add(page("POST", "/setup/mailboxes/{id}/test", ADMINISTER, boxes::test));
        add(page("POST", "/setup/mailboxes/{id}/delete", ADMINISTER, boxes::delete));
        add(page("POST", "/setup/quarantine/{id}/retry", ADMINISTER, boxes::retryHeld));
        add(page("POST", "/setup/quarantine/{id}/delete", ADMINISTER, boxes::deleteHeld));

        var webhooks = hilo.webhookPages();
        add(page("GET", "/setup/webhooks", ADMINISTER, webhooks::list));
        add(page("POST", "/setup/webhooks", ADMINISTER, webhooks::create).with(WebhookPages.Asked.class));
        add(page("GET", "/setup/webhooks/{id}", ADMINISTER, webhooks::view).with(WebhookPages.Asked.class));
        add(page("POST", "/setup/webhooks/{id}", ADMINISTER, webhooks::save).with(WebhookPages.Asked.class));
        add(page("POST", "/setup/webhooks/{id}/test", ADMINISTER, webhooks::test)
                .with(WebhookPages.Asked.class));
        add(page("POST", "/setup/webhooks/{id}/rotate", ADMINISTER, webhooks::rotate)
                .with(WebhookPages.Asked.class));
        add(page("POST", "/setup/webhooks/{id}/pause", ADMINISTER, webhooks::pause));
        add(page("POST", "/setup/webhooks/{id}/resume", ADMINISTER, webhooks::resume));
        add(page("POST", "/setup/webhooks/{id}/redeliver", ADMINISTER, webhooks::redeliverParked));
        add(page("POST", "/setup/webhooks/{id}/redeliver/{event_id}", ADMINISTER, webhooks::redeliver));
        add(page("POST", "/setup/webhooks/{id}/delete", ADMINISTER, webhooks::delete));

        var exports = hilo.exportPages();
        add(page("GET", "/setup/exports", MANAGE_ACCOUNT, exports::list));
        add(page("POST", "/setup/exports", MANAGE_ACCOUNT, exports::create));
        add(page("POST", "/setup/exports/{id}/run", MANAGE_ACCOUNT, exports::run));
        add(page("POST", "/setup/exports/{id}/pause", MANAGE_ACCOUNT, exports::pause));
        add(page("POST", "/setup/exports/{id}/resume", MANAGE_ACCOUNT, exports::resume));
        add(page("POST", "/setup/exports/{id}/delete", MANAGE_ACCOUNT, exports::delete));

        var link = hilo.linkPages();
        add(page("GET", "/setup/link", ADMINISTER, link::view));
        add(page("GET", "/setup/link/progress", ADMINISTER, link::progress));
        add(page("POST", "/setup/link/check", MANAGE_ACCOUNT, link::check));
        add(page("POST", "/setup/link/create", MANAGE_ACCOUNT, link::create));
        add(page("POST", "/setup/link/sync", ADMINISTER, link::sync));
        add(page("POST", "/setup/link/verify", ADMINISTER, link::verify));
        add(page("POST", "/setup/link/repair", ADMINISTER, link::repair));
        add(page("POST", "/setup/link/pause", MANAGE_ACCOUNT, link::pause));
        add(page("POST", "/setup/link/resume", MANAGE_ACCOUNT, link::resume));

        add(page("GET", "/setup/audit", ADMINISTER, hilo.auditPages()::list).with(AuditPages.Asked.class));
    }

    /** Pages for people and the help centre. */
    private void portal(Hilo hilo) {
        var people = hilo.peoplePages();
        add(page("GET", "/contacts", VIEW_CONTACTS, people::contacts).with(PeoplePages.Asked.class));
        add(page("GET", "/contacts/{id}", VIEW_CONTACTS, people::contact));
        add(page("POST", "/contacts/{id}", MANAGE_CONTACTS, people::saveContact));
        add(page("GET", "/companies", VIEW_CONTACTS, people::companies).with(PeoplePages.Asked.class));
        add(page("GET", "/companies/{id}", VIEW_CONTACTS, people::company));
        add(page("POST", "/companies/{id}", MANAGE_CONTACTS, people::saveCompany));
        add(page("GET", "/agents", ADMINISTER, people::agents).with(PeoplePages.Asked.class));
        add(page("GET", "/groups", ADMINISTER, people::groups).with(PeoplePages.Asked.class));
        add(page("GET", "/roles", ADMINISTER, people::roles).with(PeoplePages.Asked.class));

        var solutions = hilo.solutionPages();
        add(page("GET", "/solutions", VIEW_SOLUTIONS, solutions::shelf).with(SolutionPages.Asked.class));
        add(page("POST", "/solutions/categories", MANAGE_SOLUTIONS, solutions::createCategory));
        add(page("POST", "/solutions/categories/{id}/folders", MANAGE_SOLUTIONS, solutions::createFolder));
        add(page("GET", "/solutions/folders/{id}/new", MANAGE_SOLUTIONS, solutions::newArticle));
        add(page("POST", "/solutions/folders/{id}/articles", MANAGE_SOLUTIONS, solutions::createArticle));
        add(page("GET", "/solutions/articles/{id}", MANAGE_SOLUTIONS, solutions::article)
                .with(SolutionPages.Wanted.class));
        add(page("POST", "/solutions/articles/{id}", MANAGE_SOLUTIONS, solutions::saveArticle));

        var help = hilo.helpPages();
        add(page("GET", "/help", ANY_AGENT, help::help).open().with(HelpPages.Asked.class));
        add(page("GET", "/help/articles/{id}", ANY_AGENT, help::article).open());
        add(page("POST", "/help/articles/{id}/vote", ANY_AGENT, help::vote).open());
    }

    /** {@code /help}: for customers, who log in by a door of their own; {@code PortalPages} asks who they are. */
    private void customers(Hilo hilo) {
        var settings = hilo.portalApi();
        add(ours("GET", "/portal", ADMINISTER, settings::view));
        add(ours("PUT", "/portal", ADMINISTER, settings::save));

        var entrance = hilo.entrancePages();
        add(outside("GET", "/help/login", entrance::login).with(EntrancePages.Asked.class));
        add(outside("POST", "/help/login", entrance::mailLink));
        add(outside("GET", "/help/enter", entrance::enter).with(EntrancePages.Mailed.class));
        add(outside("POST", "/help/enter", entrance::confirm));
        add(outside("POST", "/help/logout", entrance::logOut));

        var mine = hilo.myTicketPages();
        add(outside("GET", "/help/tickets", mine::list).with(MyTicketPages.Asked.class));
        var fresh = hilo.newTicketPages();
        add(outside("GET", "/help/tickets/new", fresh::form));
        add(outside("POST", "/help/tickets/new", fresh::send));
        add(outside("GET", "/help/suggestions", hilo.helpPages()::suggest).with(HelpPages.Typed.class));
        add(outside("GET", "/help/tickets/{id}", mine::ticket).with(MyTicketPages.Leafed.class));
        add(outside("GET", "/help/tickets/{id}/files/{entry_id}/{file_id}", mine::file));
        var ratings = hilo.ratingPages();
        add(outside("GET", "/help/tickets/{id}/rate", ratings::ofTicket));
        add(outside("GET", "/help/rate", ratings::ask).with(RatingPages.Linked.class));
        add(outside("POST", "/help/rate", ratings::rate));
        add(outside("POST", "/help/tickets/{id}/reply", mine::reply));
        add(outside("POST", "/help/tickets/{id}/solved", mine::solve));
    }

    private static Route outside(String method, String path, Route.Handler handler) {
        return page(method, path, ANY_AGENT, handler).open();
    }

    private void add(Route route) {
        routes.add(route);
    }

    /** {@code /api/hilo/v1}: what Freshdesk's API does not have. */
    private static Route ours(String method, String path, Privilege privilege, Route.Handler handler) {
        return Route.of(method, "/api/hilo/v1" + path, privilege, handler);
    }

    private static Route get(String path, Privilege privilege, Route.Handler handler) {
        return Route.of("GET", "/api/v2" + path, privilege, handler);
    }

    private static Route post(String path, Privilege privilege, Route.Handler handler) {
        return Route.of("POST", "/api/v2" + path, privilege, handler);
    }

    private static Route put(String path, Privilege privilege, Route.Handler handler) {
        return Route.of("PUT", "/api/v2" + path, privilege, handler);
    }

    private static Route patch(String path, Privilege privilege, Route.Handler handler) {
        return Route.of("PATCH", "/api/v2" + path, privilege, handler);
    }

    private static Route delete(String path, Privilege privilege, Route.Handler handler) {
        return Route.of("DELETE", "/api/v2" + path, privilege, handler);
    }
}
