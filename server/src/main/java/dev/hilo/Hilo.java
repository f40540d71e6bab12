package dev.hilo;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hilo.accountexport.AccountExport;
import dev.hilo.accountexport.AccountExportApi;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Founding;
import dev.hilo.accounts.Keys;
import dev.hilo.accounts.Secrets;
import dev.hilo.agents.Agents;
import dev.hilo.agents.AgentsApi;
import dev.hilo.agents.Availabilities;
import dev.hilo.agents.CreateManyAgents;
import dev.hilo.agents.FirstAgent;
import dev.hilo.answers.AiPages;
import dev.hilo.answers.Answers;
import dev.hilo.answers.acting.ActionCards;
import dev.hilo.answers.draft.ProposalPages;
import dev.hilo.answers.language.ModelPages;
import dev.hilo.answers.voice.VoicePages;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.AttachmentsApi;
import dev.hilo.attachments.BlobStore;
import dev.hilo.attachments.Detaching;
import dev.hilo.attachments.Sweep;
import dev.hilo.automations.Automations;
import dev.hilo.automations.AutomationsApi;
import dev.hilo.automations.DefaultRules;
import dev.hilo.automations.DryRun;
import dev.hilo.automations.Rules;
import dev.hilo.automations.RulesApi;
import dev.hilo.automations.Runs;
import dev.hilo.automations.SendCalls;
import dev.hilo.automations.TimeRules;
import dev.hilo.bulknotes.BulkNotes;
import dev.hilo.bulknotes.UndoBulkNote;
import dev.hilo.bulknotes.WriteBulkNote;
import dev.hilo.calendars.Calendars;
import dev.hilo.calendars.CalendarsApi;
import dev.hilo.canned.CannedResponses;
import dev.hilo.canned.CannedResponsesApi;
import dev.hilo.canned.CreateManyResponses;
import dev.hilo.companies.Companies;
import dev.hilo.companies.CompaniesApi;
import dev.hilo.companies.CompanySearch;
import dev.hilo.contacts.ContactMerges;
import dev.hilo.contacts.ContactSearch;
import dev.hilo.contacts.ContactTrash;
import dev.hilo.contacts.Contacts;
import dev.hilo.contacts.ContactsApi;
import dev.hilo.contacts.Promotions;
import dev.hilo.conversations.Conversations;
import dev.hilo.conversations.ConversationsApi;
import dev.hilo.conversations.RuleEntries;
import dev.hilo.crm.Connections;
import dev.hilo.crm.ConnectionsApi;
import dev.hilo.customers.CustomerSessions;
import dev.hilo.customers.EntrancePages;
import dev.hilo.customers.MyTicketPages;
import dev.hilo.customers.MyTickets;
import dev.hilo.customers.NewTicketPages;
import dev.hilo.customers.NewTickets;
import dev.hilo.customers.PortalApi;
import dev.hilo.customers.PortalInvitations;
import dev.hilo.customers.PortalPages;
import dev.hilo.customers.PortalSettings;
import dev.hilo.customers.RatingPages;
import dev.hilo.db.Database;
import dev.hilo.demo.Demo;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.events.ChangeStream;
import dev.hilo.events.ChangesApi;
import dev.hilo.events.EventLog;
import dev.hilo.events.Followers;
import dev.hilo.events.TicketEvents;
import dev.hilo.export.Export;
import dev.hilo.export.ExportPages;
import dev.hilo.export.ScheduledExports;
import dev.hilo.export.ScheduledExportsApi;
import dev.hilo.fields.CompanyFieldsApi;
import dev.hilo.fields.ContactFieldsApi;
import dev.hilo.fields.DefaultFields;
import dev.hilo.fields.FieldAdministration;
import dev.hilo.fields.FieldsApi;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.fields.SectionsApi;
import dev.hilo.groups.AdminGroupsApi;
import dev.hilo.groups.Groups;
import dev.hilo.groups.GroupsApi;
import dev.hilo.idempotency.Idempotency;
import dev.hilo.insight.Insight;
import dev.hilo.insight.InsightApi;
import dev.hilo.insight.InsightPages;
import dev.hilo.insight.ReadMessages;
import dev.hilo.insight.Topics;
import dev.hilo.insight.TrainClassifiers;
import dev.hilo.insight.Versions;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.jobs.Jobs;
import dev.hilo.jobs.JobsApi;
import dev.hilo.knowledge.Knowledge;
import dev.hilo.knowledge.KnowledgeApi;
import dev.hilo.knowledge.sources.ReadSources;
import dev.hilo.knowledge.sources.Sources;
import dev.hilo.knowledge.sources.SourcesApi;
import dev.hilo.logins.AgentLoginPages;
import dev.hilo.logins.CodePages;
import dev.hilo.logins.OwnLoginPages;
import dev.hilo.logins.PasswordLinks;
import dev.hilo.logins.PasswordPages;
import dev.hilo.logins.SecondFactors;
import dev.hilo.mail.MailServers;
import dev.hilo.mail.in.FetchMail;
import dev.hilo.mail.in.IncomingMail;
import dev.hilo.mail.in.MailApi;
import dev.hilo.mail.in.MailTraces;
import dev.hilo.mail.out.OutboxApi;
import dev.hilo.mail.out.OutgoingMail;
import dev.hilo.mail.out.SendMail;
import dev.hilo.mailboxes.MailboxPages;
import dev.hilo.mailboxes.Mailboxes;
import dev.hilo.mailboxes.MailboxesApi;
import dev.hilo.models.Models;
import dev.hilo.notifications.NotificationTemplates;
import dev.hilo.notifications.NotificationTemplatesApi;
import dev.hilo.notifications.Notifications;
import dev.hilo.pages.AssetPages;
import dev.hilo.pages.Assets;
import dev.hilo.pages.AuditPages;
import dev.hilo.pages.Changes;
import dev.hilo.pages.Desk;
import dev.hilo.pages.EntryPages;
import dev.hilo.pages.Inbox;
import dev.hilo.pages.InboxPages;
import dev.hilo.pages.Live;
import dev.hilo.pages.LivePages;
import dev.hilo.pages.LoginPages;
import dev.hilo.pages.MergePages;
import dev.hilo.pages.PageEntrance;
import dev.hilo.pages.Pages;
import dev.hilo.pages.Pictures;
import dev.hilo.pages.ProfilePages;
import dev.hilo.pages.Split;
import dev.hilo.pages.Story;
import dev.hilo.pages.TicketPages;
import dev.hilo.pages.Undo;
import dev.hilo.pages.Views;
import dev.hilo.pages.WorkPages;
import dev.hilo.pages.Writing;
import dev.hilo.placeholders.TicketPlaceholders;
import dev.hilo.portal.HelpPages;
import dev.hilo.portal.PeoplePages;
import dev.hilo.portal.SolutionPages;
import dev.hilo.products.Products;
import dev.hilo.products.ProductsApi;
import dev.hilo.reports.Attention;
import dev.hilo.reports.AttentionPages;
import dev.hilo.reports.DashboardPages;
import dev.hilo.reports.Reports;
import dev.hilo.reports.ReportsApi;
import dev.hilo.roles.Roles;
import dev.hilo.roles.RolesApi;
import dev.hilo.sandbox.Sandbox;
import dev.hilo.sandbox.SandboxApi;
import dev.hilo.sandbox.SandboxClock;
import dev.hilo.sessions.Sessions;
import dev.hilo.settings.AccountApi;
import dev.hilo.settings.MailSettings;
import dev.hilo.settings.SettingsApi;
import dev.hilo.setup.KeyPages;
import dev.hilo.simulation.Checks;
import dev.hilo.simulation.ChecksApi;
import dev.hilo.simulation.ComparisonPages;
import dev.hilo.simulation.GapArticles;
import dev.hilo.simulation.RunSimulation;
import dev.hilo.simulation.Shadows;
import dev.hilo.simulation.SimulationPages;
import dev.hilo.simulation.Simulations;
import dev.hilo.simulation.SimulationsApi;
import dev.hilo.sla.NextResponses;
import dev.hilo.sla.SlaPolicies;
import dev.hilo.sla.SlaPoliciesApi;
import dev.hilo.solutions.Solutions;
import dev.hilo.solutions.SolutionsApi;
import dev.hilo.surveys.CustomerRatings;
import dev.hilo.surveys.RatingLinks;
import dev.hilo.surveys.Surveys;
import dev.hilo.surveys.SurveysApi;
import dev.hilo.sync.LinkPages;
import dev.hilo.sync.Links;
import dev.hilo.sync.Sync;
import dev.hilo.tickets.Accesses;
import dev.hilo.tickets.AccessesApi;
import dev.hilo.tickets.Archiving;
import dev.hilo.tickets.AssociatedTickets;
import dev.hilo.tickets.AssociatedTicketsApi;
import dev.hilo.tickets.BulkTickets;
import dev.hilo.tickets.BulkTicketsApi;
import dev.hilo.tickets.DeleteManyTickets;
import dev.hilo.tickets.Escalation;
import dev.hilo.tickets.Merge;
import dev.hilo.tickets.MergeApi;
import dev.hilo.tickets.PromisedTimes;
import dev.hilo.tickets.Purge;
import dev.hilo.tickets.ReceivedTickets;
import dev.hilo.tickets.Summaries;
import dev.hilo.tickets.SummariesApi;
import dev.hilo.tickets.TicketSearch;
import dev.hilo.tickets.TicketSearchApi;
import dev.hilo.tickets.Tickets;
import dev.hilo.tickets.TicketsApi;
import dev.hilo.tickets.UpdateManyTickets;
import dev.hilo.tickets.Watchers;
import dev.hilo.tickets.WatchersApi;
import dev.hilo.timeentries.TimeEntries;
import dev.hilo.timeentries.TimeEntriesApi;
import dev.hilo.timeline.Timeline;
import dev.hilo.timeline.TimelineApi;
import dev.hilo.transfers.Exports;
import dev.hilo.transfers.Imports;
import dev.hilo.transfers.RunImport;
import dev.hilo.transfers.TransfersApi;
import dev.hilo.web.Health;
import dev.hilo.web.Metrics;
import dev.hilo.web.RateLimits;
import dev.hilo.web.Trial;
import dev.hilo.web.WebServer;
import dev.hilo.webhooks.Deliveries;
import dev.hilo.webhooks.RuleCalls;
import dev.hilo.webhooks.Sender;
import dev.hilo.webhooks.WebhookPages;
import dev.hilo.webhooks.WebhookSecrets;
import dev.hilo.webhooks.Webhooks;
import dev.hilo.webhooks.WebhooksApi;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The object graph, wired by hand: a line per feature. */
public final class Hilo implements AutoCloseable {

    /**
     * What the graph is built on.
     *
     * @param home folder of everything Hilo keeps
     * @param baseDomain under which each account has its host name and its addresses
     * @param privateWebhooks whether webhooks may call addresses that are not public
     * @param knowledgeFolders whose files accounts may take in
     */
    public record Settings(
            WebServer.Settings web,
            Path home,
            boolean enforcesRateLimits,
            String baseDomain,
            dev.hilo.config.Attachments attachments,
            dev.hilo.config.Mail mail,
            boolean privateWebhooks,
            List<Path> knowledgeFolders,
            boolean sandbox) {}

    private final Answers answers;
    private final Knowledge knowledge;
    private final KnowledgeApi knowledgeApi;
    private final ReadSources readSources;
    private final SourcesApi sourcesApi;
    private final Export export;
    private final ScheduledExports exports;
    private final Connections crm;
    private final Links links;
    private final Sync sync;
    private final Reports reports;
    private final ReportsApi reportsApi;
    private final AttentionPages attentionPages;
    private final DashboardPages dashboardPages;
    private final Simulations simulations;
    private final SimulationsApi simulationsApi;
    private final ComparisonPages comparisonPages;
    private final SimulationPages simulationPages;
    private final RunSimulation runSimulation;
    private final Shadows shadows;
    private final Checks checks;
    private final ChecksApi checksApi;
    private final WebServer web;
    private final AssetPages assetPages;
    private final LoginPages loginPages;
    private final ProfilePages profilePages;
    private final LivePages livePages;
    private final InboxPages inboxPages;
    private final CodePages codePages;
    private final PasswordPages passwordPages;
    private final OwnLoginPages ownLoginPages;
    private final AgentLoginPages agentLoginPages;
    private final KeyPages keyPages;
    private final AuditPages auditPages;
    private final WebhookPages webhookPages;
    private final MailboxPages mailboxPages;
    private final ExportPages exportPages;
    private final LinkPages linkPages;
    private final Pictures pictures;
    private final EntryPages entryPages;
    private final TicketPages ticketPages;
    private final WorkPages workPages;
    private final MergePages mergePages;
    private final PeoplePages peoplePages;
    private final HelpPages helpPages;
    private final PortalApi portalApi;
    private final EntrancePages entrancePages;
    private final MyTicketPages myTicketPages;
    private final NewTicketPages newTicketPages;
    private final RatingPages ratingPages;
    private final SolutionPages solutionPages;
    private final ProposalPages proposalPages;
    private final AiPages aiPages;
    private final ModelPages modelPages;
    private final VoicePages voicePages;
    private final Models models;
    private final Insight insight;
    private final InsightApi insightApi;
    private final InsightPages insightPages;
    private final ReadMessages readMessages;
    private final TrainClassifiers trainClassifiers;
    private final EventLog events;
    private final Followers followers;
    private final ChangesApi changesApi;
    private final TimelineApi timelineApi;
    private final IncomingMail incomingMail;
    private final MailApi mailApi;
    private final MailTraces mailTraces;
    private final FetchMail fetchMail;
    private final Accounts accounts;
    private final Keys keys;
    private final Callers callers;
    private final Jobs jobs;
    private final ApiJobs apiJobs;
    private final JobsApi jobsApi;
    private final Health health;
    private final TicketsApi ticketsApi;
    private final TicketSearchApi ticketSearchApi;
    private final MergeApi mergeApi;
    private final WatchersApi watchersApi;
    private final AssociatedTicketsApi associatedTicketsApi;
    private final AccessesApi accessesApi;
    private final SummariesApi summariesApi;
    private final BulkTicketsApi bulkTicketsApi;
    private final RulesApi rulesApi;
    private final AutomationsApi automationsApi;
    private final TimeRules timeRules;
    private final SendCalls sendCalls;
    private final Deliveries webhookDeliveries;
    private final WebhooksApi webhooksApi;
    private final Sandbox sandbox;
    private final SandboxApi sandboxApi;
    private final Purge purge;
    private final Archiving archiving;
    private final Escalation escalation;
    private final BulkNotes bulkNotes;
    private final Idempotency idempotency;
    private final ConversationsApi conversationsApi;
    private final FieldsApi fieldsApi;
    private final ContactsApi contactsApi;
    private final CompaniesApi companiesApi;
    private final Exports exportsOfPeople;
    private final Imports importsOfPeople;
    private final TransfersApi contactTransfersApi;
    private final TransfersApi companyTransfersApi;
    private final ContactFieldsApi contactFieldsApi;
    private final CompanyFieldsApi companyFieldsApi;
    private final SectionsApi sections;
    private final SolutionsApi solutionsApi;
    private final CannedResponsesApi cannedResponsesApi;
    private final SurveysApi surveysApi;
    private final RolesApi rolesApi;
    private final AgentsApi agentsApi;
    private final Calendars calendars;
    private final CalendarsApi calendarsApi;
    private final GroupsApi groupsApi;
    private final AdminGroupsApi adminGroupsApi;
    private final SlaPolicies slaPolicies;
    private final SlaPoliciesApi slaPoliciesApi;
    private final MailboxesApi mailboxesApi;
    private final ProductsApi productsApi;
    private final SettingsApi settingsApi;
    private final AccountApi accountApi;
    private final AccountExport accountExport;
    private final AccountExportApi accountExportApi;
    private final BlobStore blobs;
    private final Attachments attachments;
    private final AttachmentsApi attachmentsApi;
    private final OutgoingMail mail;
    private final OutboxApi outboxApi;
    private final NotificationTemplatesApi notificationTemplatesApi;
    private final Demo demo;
    private final TimeEntriesApi timeEntriesApi;
    private final Sweep sweepOfAttachments;

    public Hilo(Settings settings, Database database, Clock machine) {
        var sandboxClock = new SandboxClock(machine);
        Clock clock = settings.sandbox ? sandboxClock : machine;
        database.announcing(() -> Acting.announced(clock));
        events = new EventLog(database);
        followers = new Followers(database, events);
        models = new Models(settings.home.resolve(Models.FOLDER));
        var metrics = new Metrics();
        var secrets = new Secrets();
        var mailServers = new MailServers(secrets);
        var mailboxes = new Mailboxes(database, clock, mailServers, settings.baseDomain);
        accounts = new Accounts(database, clock, foundings(mailboxes, followers));
        keys = new Keys(database, clock);
        callers = new Callers(database, clock);
        jobs = new Jobs(database);
        apiJobs = new ApiJobs(database, clock, accounts, callers, jobs);
        jobsApi = new JobsApi(apiJobs);
        insight = new Insight(database, models, clock);
        insightApi = new InsightApi(insight, new Topics(database, clock), new Versions(database), database, apiJobs);
        readMessages = new ReadMessages(database, accounts, insight, clock);
        followers.register(readMessages.follower());
        trainClassifiers = new TrainClassifiers(database, accounts, insight, models, clock);
        apiJobs.register(TrainClassifiers.KIND, trainClassifiers);
        idempotency = new Idempotency(database, clock, accounts);
        health = new Health(database, metrics);
        blobs = BlobStore.of(settings.attachments);
        attachments = new Attachments(database, secrets, blobs, clock);
        demo = new Demo(database, attachments, followers, clock);
        attachmentsApi = new AttachmentsApi(attachments, new Detaching(database, attachments, clock));
        var timeEntries = new TimeEntries(database, clock);
        timeEntriesApi = new TimeEntriesApi(timeEntries);
        sweepOfAttachments = new Sweep(database, accounts, attachments, blobs, clock);
        var forms = new Forms(database);
        export = new Export(database, events, forms, secrets, clock);
        exports = new ScheduledExports(
                database, clock, accounts, secrets, export, settings.home, settings.privateWebhooks);
        crm = new Connections(database, clock, accounts, secrets, settings.baseDomain, settings.privateWebhooks);
        links = new Links(
                database,
                clock,
                accounts,
                keys,
                secrets,
                List.of(Secrets::found, SlaPolicies::found, followers::found));
        sync = new Sync(database, clock, accounts, links, attachments, () -> {
            forms.forget();
            callers.forget();
        });
        followers.register(sync.writeThrough());
        var templates = new NotificationTemplates(database, clock);
        notificationTemplatesApi = new NotificationTemplatesApi(templates);
        boolean hasRelay = settings.mail.relay().isPresent();
        var ratingLinks = new RatingLinks(secrets);
        var placeholders = new TicketPlaceholders(forms, ratingLinks, settings.baseDomain);
        var notifications = new Notifications(templates, placeholders, hasRelay, clock);
        mail = OutgoingMail.of(
                settings.mail, notifications, database, accounts, secrets, mailServers, attachments, clock);
        followers.register(notifications.follower(mail.outbox()));
        outboxApi = new OutboxApi(mail.outbox());
        slaPolicies = new SlaPolicies(database, clock);
        calendars = new Calendars(database);
        var nextResponses = new NextResponses(slaPolicies, calendars);
        var conversations = new Conversations(database, attachments, mail.outbox(), nextResponses, clock);
        conversationsApi = new ConversationsApi(conversations);
        changesApi = new ChangesApi(events, new ChangeStream(events));
        var timeline = new Timeline(database, conversations, new TicketEvents(database));
        timelineApi = new TimelineApi(timeline);
        var fields = new FieldAdministration(database, forms, clock);
        sections = new SectionsApi(database, fields, clock);
        fieldsApi = new FieldsApi(fields, sections, database);
        contactFieldsApi = new ContactFieldsApi(fields);
        companyFieldsApi = new CompanyFieldsApi(fields);
        var companies = new Companies(database, forms, clock);
        companiesApi = new CompaniesApi(companies, new CompanySearch(database, forms));
        var promisedTimes = new PromisedTimes(slaPolicies, calendars, forms);
        var tickets = new Tickets(database, attachments, conversations, mail.outbox(), forms, promisedTimes, clock);
        var receivedTickets = new ReceivedTickets(promisedTimes);
        incomingMail = new IncomingMail(
                database,
                secrets,
                callers,
                attachments,
                conversations,
                receivedTickets,
                settings.web.uploads(),
                settings.baseDomain,
                clock);
        mailApi = new MailApi(incomingMail);
        mailTraces = new MailTraces(database, accounts, clock);
        fetchMail = new FetchMail(database, accounts, mailServers, incomingMail, clock);
        purge = new Purge(database, accounts, attachments, clock);
        archiving = new Archiving(database, accounts, clock);
        escalation = new Escalation(database, accounts, clock);
        ticketsApi = new TicketsApi(tickets, purge, accounts);
        apiJobs.register(UpdateManyTickets.KIND, new UpdateManyTickets(database, tickets, conversations, clock));
        apiJobs.register(DeleteManyTickets.KIND, new DeleteManyTickets(database, clock));
        var ticketSearch = new TicketSearch(database, forms);
        ticketSearchApi = new TicketSearchApi(ticketSearch);
        bulkNotes = new BulkNotes(database, ticketSearch, apiJobs, accounts, clock);
        apiJobs.register(
                WriteBulkNote.KIND, new WriteBulkNote(database, ticketSearch, conversations, placeholders, clock));
        apiJobs.register(UndoBulkNote.KIND, new UndoBulkNote(database, conversations, clock));
        var solutions = new Solutions(database, attachments, clock);
        solutionsApi = new SolutionsApi(solutions);
        var canned = new CannedResponses(database, attachments, clock);
        cannedResponsesApi = new CannedResponsesApi(canned, database, apiJobs);
        apiJobs.register(CreateManyResponses.KIND, new CreateManyResponses(database, canned));
        var surveys = new Surveys(database, conversations, clock);
        surveysApi = new SurveysApi(surveys);
        var merge = new Merge(database, forms, clock);
        mergeApi = new MergeApi(merge);
        var watchers = new Watchers(database);
        watchersApi = new WatchersApi(watchers);
        associatedTicketsApi = new AssociatedTicketsApi(new AssociatedTickets(database));
        accessesApi = new AccessesApi(new Accesses(database));
        summariesApi = new SummariesApi(new Summaries(database, attachments, clock));
        bulkTicketsApi = new BulkTicketsApi(new BulkTickets(database, forms, apiJobs));
        rulesApi = new RulesApi(new Rules(database, forms, clock));
        automationsApi = new AutomationsApi(new Runs(database, clock), new DryRun(database, events, forms, clock));
        var automations = new Automations(
                database, accounts, forms, tickets, new RuleEntries(mail.outbox()), placeholders, clock);
        followers.register(automations.follower());
        timeRules = new TimeRules(database, accounts, forms, automations, clock);
        sendCalls = new SendCalls(database, accounts, clock);
        var caller = new Sender(settings.privateWebhooks);
        sendCalls.through(new RuleCalls(caller));
        var webhookSecrets = new WebhookSecrets(database, secrets);
        webhookDeliveries = new Deliveries(database, accounts, webhookSecrets, events, caller, clock);
        followers.register(webhookDeliveries.follower());
        var webhooks = new Webhooks(database, webhookSecrets, events, webhookDeliveries, clock);
        webhooksApi = new WebhooksApi(webhooks);
        rolesApi = new RolesApi(new Roles(database));
        var agents = new Agents(database, clock, callers, attachments);
        agentsApi = new AgentsApi(agents, new Availabilities(database, clock, attachments), database, apiJobs);
        var contacts = new Contacts(database, forms, attachments, clock);
        var portalSettings = new PortalSettings(database, accounts, clock);
        contactsApi = new ContactsApi(
                contacts,
                new ContactTrash(database, attachments, purge, clock),
                new ContactMerges(database, clock),
                new Promotions(database, agents),
                new PortalInvitations(database, portalSettings, mail.messenger(), settings.baseDomain),
                new ContactSearch(database, forms));
        exportsOfPeople = new Exports(database, forms, attachments, apiJobs, accounts, settings.web.uploads(), clock);
        apiJobs.register(Exports.KIND, exportsOfPeople);
        importsOfPeople = new Imports(database, forms, attachments, apiJobs, accounts, clock);
        apiJobs.register(
                RunImport.KIND,
                new RunImport(database, attachments, contacts, companies, forms, settings.web.uploads(), clock));
        contactTransfersApi = new TransfersApi(Resource.CONTACT, exportsOfPeople, importsOfPeople);
        companyTransfersApi = new TransfersApi(Resource.COMPANY, exportsOfPeople, importsOfPeople);
        apiJobs.register(CreateManyAgents.KIND, new CreateManyAgents(database, agents));
        calendarsApi = new CalendarsApi(calendars);
        var groups = new Groups(database, clock, callers, calendars, attachments);
        groupsApi = new GroupsApi(groups);
        adminGroupsApi = new AdminGroupsApi(groups);
        slaPoliciesApi = new SlaPoliciesApi(slaPolicies);
        mailboxesApi = new MailboxesApi(mailboxes);
        productsApi = new ProductsApi(new Products(database, clock));
        settingsApi = new SettingsApi(new MailSettings(database));
        accountApi = new AccountApi(database);
        accountExport = new AccountExport(database, clock, accounts, attachments, apiJobs, settings.web.uploads());
        accountExportApi = new AccountExportApi(accountExport);
        apiJobs.register(AccountExport.KIND, accountExport);

        var assets = new Assets();
        var views = new Views(assets, clock);
        var pages = new Pages(views);
        var sessions = new Sessions(database, callers, clock);
        assetPages = new AssetPages(assets);
        var factors = new SecondFactors(database, secrets, callers, clock);
        var passwordLinks =
                new PasswordLinks(database, mail.messenger(), sessions, callers, settings.baseDomain, clock);
        loginPages = new LoginPages(sessions, callers, factors, pages);
        codePages = new CodePages(factors, sessions, pages);
        passwordPages = new PasswordPages(passwordLinks, pages);
        ownLoginPages = new OwnLoginPages(passwordLinks, factors, pages);
        agentLoginPages = new AgentLoginPages(database, passwordLinks, factors, clock, pages);
        profilePages = new ProfilePages(sessions, pages);
        livePages = new LivePages(new Live(database));
        var desk = new Desk(database, forms);
        var undo = new Undo();
        var changes = new Changes(tickets, undo);
        var inbox = new Inbox(database, ticketSearch, clock);
        inboxPages = new InboxPages(inbox, desk, changes, undo, pages);
        knowledge = new Knowledge(database, accounts, models, settings.home, clock);
        knowledgeApi = new KnowledgeApi(knowledge, database, apiJobs);
        apiJobs.register(KnowledgeApi.REFRESH, knowledgeApi::gather);
        var folders = settings.knowledgeFolders;
        readSources = new ReadSources(
                database, accounts, secrets, knowledge.outside(), folders, settings.privateWebhooks, clock);
        sourcesApi = new SourcesApi(new Sources(database, secrets, knowledge.outside(), readSources, folders, clock));
        answers = new Answers(
                database,
                secrets,
                accounts,
                callers,
                calendars,
                conversations,
                timeline,
                knowledge,
                models,
                insight,
                settings.privateWebhooks,
                clock);
        followers.register(answers.follower());
        var cards = new ActionCards(database);
        var story = new Story(database, timeline, conversations, desk, cards);
        pictures = new Pictures(settings.privateWebhooks);
        entryPages = new EntryPages(
                database,
                tickets,
                conversations,
                story,
                new Split(database, tickets, conversations, attachments),
                pictures,
                pages);
        ticketPages = new TicketPages(
                database,
                tickets,
                inbox,
                story,
                new Writing(database, conversations, tickets, mail.outbox(), undo, answers.drafts(), clock),
                changes,
                desk,
                canned,
                placeholders,
                incomingMail,
                mail.outbox(),
                clock,
                pages);
        keyPages = new KeyPages(keys, callers, desk, pages);
        auditPages = new AuditPages(database, events, desk, pages);
        webhookPages = new WebhookPages(webhooks, pages);
        mailboxPages = new MailboxPages(database, mailboxes, mailServers, incomingMail, desk, pages);
        exportPages = new ExportPages(exports, pages);
        linkPages = new LinkPages(links, sync, pages);
        workPages = new WorkPages(database, tickets, watchers, timeEntries, desk, clock, pages);
        mergePages = new MergePages(database, tickets, inbox, merge, pages);
        peoplePages = new PeoplePages(database, contacts, companies, desk, pages);
        portalApi = new PortalApi(portalSettings);
        var customers = new CustomerSessions(database, mail.messenger(), settings.baseDomain, clock);
        var portal = new PortalPages(customers, portalSettings, pages);
        helpPages = new HelpPages(database, portal);
        entrancePages = new EntrancePages(customers, portal);
        var myTickets = new MyTickets(database, attachments, conversations, receivedTickets, clock);
        var ratings = new CustomerRatings(database, surveys, ratingLinks);
        ratingPages = new RatingPages(ratings, portal, clock);
        myTicketPages = new MyTicketPages(myTickets, ratings, forms, portal);
        newTicketPages =
                new NewTicketPages(new NewTickets(database, attachments, receivedTickets, forms, clock), portal);
        solutionPages = new SolutionPages(database, solutions, pages);
        proposalPages = new ProposalPages(answers.drafts(), pages);
        insightPages = new InsightPages(insight, new Topics(database, clock), tickets, desk, pages);
        aiPages = new AiPages(answers.oversight(), answers.endpoints(), answers.voices(), cards, desk, pages);
        modelPages = new ModelPages(answers.endpoints(), pages);
        voicePages = new VoicePages(answers.voices());
        reports = new Reports(database, calendars, clock);
        reportsApi = new ReportsApi(reports);
        attentionPages = new AttentionPages(new Attention(database, clock), desk, pages);
        dashboardPages = new DashboardPages(reports, desk, pages);
        simulations = new Simulations(database, apiJobs, clock);
        var gapArticles = new GapArticles(database, simulations, solutions);
        runSimulation =
                new RunSimulation(database, knowledge, answers.similarity(), answers::withoutModelOrGate, clock);
        apiJobs.register(RunSimulation.KIND, runSimulation);
        shadows = new Shadows(database, accounts, simulations, runSimulation);
        simulationsApi = new SimulationsApi(simulations, shadows, gapArticles);
        simulationPages = new SimulationPages(simulations, shadows, gapArticles, pages, clock);
        comparisonPages = new ComparisonPages(simulations, pages);
        checks = new Checks(database, knowledge, answers::withoutModelOrGate, clock);
        checksApi = new ChecksApi(checks);

        var limits = new RateLimits(
                settings.enforcesRateLimits, settings.sandbox ? () -> nanos(clock) : Ticker.systemTicker());
        sandbox = new Sandbox(database, sandboxClock);
        sandboxApi = settings.sandbox ? new SandboxApi(sandbox, limits, this::upkeep) : null;
        web = new WebServer(
                settings.web,
                Routes.of(this),
                accounts,
                callers,
                limits,
                metrics,
                idempotency,
                settings.sandbox ? sandbox : Trial.NONE,
                new PageEntrance(sessions, views));
    }

    private static long nanos(Clock clock) {
        var now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Everything that ticks, once, now. */
    private void upkeep() {
        Schedule.of(this).forEach(tick -> Acting.run(Actor.SYSTEM, "schedule " + tick.name(), tick.work()));
    }

    /** What each feature puts into a new account, in this order. */
    private static List<Founding> foundings(Mailboxes mailboxes, Followers followers) {
        return List.of(
                Secrets::found,
                Roles::found,
                FirstAgent::found,
                Calendars::found,
                SlaPolicies::found,
                mailboxes::found,
                DefaultFields::found,
                CannedResponses::found,
                Surveys::found,
                DefaultRules::found,
                followers::found);
    }

    public void start() throws Exception {
        jobs.start(Schedule.of(this));
        followers.start();
        fetchMail.start();
        webhookDeliveries.start();
        answers.colleague().start();
        readMessages.start();
        web.start();
    }

    public WebServer web() {
        return web;
    }

    AssetPages assetPages() {
        return assetPages;
    }

    public LoginPages loginPages() {
        return loginPages;
    }

    ProfilePages profilePages() {
        return profilePages;
    }

    LivePages livePages() {
        return livePages;
    }

    InsightPages insightPages() {
        return insightPages;
    }

    AiPages aiPages() {
        return aiPages;
    }

    ModelPages modelPages() {
        return modelPages;
    }

    VoicePages voicePages() {
        return voicePages;
    }

    ProposalPages proposalPages() {
        return proposalPages;
    }

    PeoplePages peoplePages() {
        return peoplePages;
    }

    PortalApi portalApi() {
        return portalApi;
    }

    RatingPages ratingPages() {
        return ratingPages;
    }

    NewTicketPages newTicketPages() {
        return newTicketPages;
    }

    MyTicketPages myTicketPages() {
        return myTicketPages;
    }

    EntrancePages entrancePages() {
        return entrancePages;
    }

    HelpPages helpPages() {
        return helpPages;
    }

    SolutionPages solutionPages() {
        return solutionPages;
    }

    WorkPages workPages() {
        return workPages;
    }

    MergePages mergePages() {
        return mergePages;
    }

    CodePages codePages() {
        return codePages;
    }

    PasswordPages passwordPages() {
        return passwordPages;
    }

    OwnLoginPages ownLoginPages() {
        return ownLoginPages;
    }

    AgentLoginPages agentLoginPages() {
        return agentLoginPages;
    }

    KeyPages keyPages() {
        return keyPages;
    }

    AuditPages auditPages() {
        return auditPages;
    }

    WebhookPages webhookPages() {
        return webhookPages;
    }

    MailboxPages mailboxPages() {
        return mailboxPages;
    }

    ExportPages exportPages() {
        return exportPages;
    }

    LinkPages linkPages() {
        return linkPages;
    }

    EntryPages entryPages() {
        return entryPages;
    }

    TicketPages ticketPages() {
        return ticketPages;
    }

    InboxPages inboxPages() {
        return inboxPages;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Keys keys() {
        return keys;
    }

    public Callers callers() {
        return callers;
    }

    public Links links() {
        return links;
    }

    public ScheduledExports exports() {
        return exports;
    }

    public Connections crm() {
        return crm;
    }

    ConnectionsApi crmApi() {
        return new ConnectionsApi(crm);
    }

    ScheduledExportsApi exportsApi() {
        return new ScheduledExportsApi(exports);
    }

    public Export export() {
        return export;
    }

    public Sync sync() {
        return sync;
    }

    public ApiJobs apiJobs() {
        return apiJobs;
    }

    ChangesApi changesApi() {
        return changesApi;
    }

    TimelineApi timelineApi() {
        return timelineApi;
    }

    public BulkNotes bulkNotes() {
        return bulkNotes;
    }

    public Idempotency idempotency() {
        return idempotency;
    }

    JobsApi jobsApi() {
        return jobsApi;
    }

    Health health() {
        return health;
    }

    TicketsApi ticketsApi() {
        return ticketsApi;
    }

    TicketSearchApi ticketSearchApi() {
        return ticketSearchApi;
    }

    AutomationsApi automationsApi() {
        return automationsApi;
    }

    /** For whoever can make calls outside. */
    Deliveries webhookDeliveries() {
        return webhookDeliveries;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Simulations simulations() {
        return simulations;
    }

    AttentionPages attentionPages() {
        return attentionPages;
    }

    DashboardPages dashboardPages() {
        return dashboardPages;
    }

    ReportsApi reportsApi() {
        return reportsApi;
    }

    ComparisonPages comparisonPages() {
        return comparisonPages;
    }

    SimulationPages simulationPages() {
        return simulationPages;
    }

    SimulationsApi simulationsApi() {
        return simulationsApi;
    }

    /** For the schedule, and for tests that do not wait for it. */
    public Shadows shadows() {
        return shadows;
    }

    public Checks checks() {
        return checks;
    }

    ChecksApi checksApi() {
        return checksApi;
    }

    public RunSimulation runSimulation() {
        return runSimulation;
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    ReadSources readSources() {
        return readSources;
    }

    SourcesApi sourcesApi() {
        return sourcesApi;
    }

    KnowledgeApi knowledgeApi() {
        return knowledgeApi;
    }

    Answers answers() {
        return answers;
    }

    /** Null outside of a sandbox. */
    SandboxApi sandboxApi() {
        return sandboxApi;
    }

    WebhooksApi webhooksApi() {
        return webhooksApi;
    }

    public SendCalls sendCalls() {
        return sendCalls;
    }

    public TimeRules timeRules() {
        return timeRules;
    }

    RulesApi rulesApi() {
        return rulesApi;
    }

    MergeApi mergeApi() {
        return mergeApi;
    }

    WatchersApi watchersApi() {
        return watchersApi;
    }

    AssociatedTicketsApi associatedTicketsApi() {
        return associatedTicketsApi;
    }

    AccessesApi accessesApi() {
        return accessesApi;
    }

    SummariesApi summariesApi() {
        return summariesApi;
    }

    BulkTicketsApi bulkTicketsApi() {
        return bulkTicketsApi;
    }

    Purge purge() {
        return purge;
    }

    Archiving archiving() {
        return archiving;
    }

    Escalation escalation() {
        return escalation;
    }

    ConversationsApi conversationsApi() {
        return conversationsApi;
    }

    public BlobStore blobs() {
        return blobs;
    }

    public Demo demo() {
        return demo;
    }

    public Attachments attachments() {
        return attachments;
    }

    AttachmentsApi attachmentsApi() {
        return attachmentsApi;
    }

    public SendMail sendMail() {
        return mail.sending();
    }

    NotificationTemplatesApi notificationTemplatesApi() {
        return notificationTemplatesApi;
    }

    public IncomingMail incomingMail() {
        return incomingMail;
    }

    MailTraces mailTraces() {
        return mailTraces;
    }

    MailApi mailApi() {
        return mailApi;
    }

    OutboxApi outboxApi() {
        return outboxApi;
    }

    TimeEntriesApi timeEntriesApi() {
        return timeEntriesApi;
    }

    Sweep sweepOfAttachments() {
        return sweepOfAttachments;
    }

    FieldsApi fieldsApi() {
        return fieldsApi;
    }

    ContactsApi contactsApi() {
        return contactsApi;
    }

    Exports exportsOfPeople() {
        return exportsOfPeople;
    }

    Imports importsOfPeople() {
        return importsOfPeople;
    }

    TransfersApi contactTransfersApi() {
        return contactTransfersApi;
    }

    TransfersApi companyTransfersApi() {
        return companyTransfersApi;
    }

    CompaniesApi companiesApi() {
        return companiesApi;
    }

    ContactFieldsApi contactFieldsApi() {
        return contactFieldsApi;
    }

    CompanyFieldsApi companyFieldsApi() {
        return companyFieldsApi;
    }

    SectionsApi sections() {
        return sections;
    }

    SolutionsApi solutionsApi() {
        return solutionsApi;
    }

    CannedResponsesApi cannedResponsesApi() {
        return cannedResponsesApi;
    }

    SurveysApi surveysApi() {
        return surveysApi;
    }

    RolesApi rolesApi() {
        return rolesApi;
    }

    AgentsApi agentsApi() {
        return agentsApi;
    }

    public Calendars calendars() {
        return calendars;
    }

    CalendarsApi calendarsApi() {
        return calendarsApi;
    }

    GroupsApi groupsApi() {
        return groupsApi;
    }

    AdminGroupsApi adminGroupsApi() {
        return adminGroupsApi;
    }

    public SlaPolicies slaPolicies() {
        return slaPolicies;
    }

    SlaPoliciesApi slaPoliciesApi() {
        return slaPoliciesApi;
    }

    MailboxesApi mailboxesApi() {
        return mailboxesApi;
    }

    ProductsApi productsApi() {
        return productsApi;
    }

    SettingsApi settingsApi() {
        return settingsApi;
    }

    public AccountExport accountExport() {
        return accountExport;
    }

    AccountExportApi accountExportApi() {
        return accountExportApi;
    }

    public Insight insight() {
        return insight;
    }

    InsightApi insightApi() {
        return insightApi;
    }

    ReadMessages readMessages() {
        return readMessages;
    }

    TrainClassifiers trainClassifiers() {
        return trainClassifiers;
    }

    AccountApi accountApi() {
        return accountApi;
    }

    @Override
    public void close() throws Exception {
        try {
            web.close();
        } finally {
            exports.stop();
            crm.stop();
            sync.close();
            fetchMail.close();
            followers.close();
            webhookDeliveries.close();
            answers.colleague().close();
            jobs.close();
            mail.sending().close();
            readMessages.close();
            readSources.close();
            pictures.close();
            knowledge.close();
            models.close();
            blobs.close();
        }
    }
}
