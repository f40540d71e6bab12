package dev.hilo.client;

import dev.hilo.api.AccountDetails;
import dev.hilo.api.BulkNote;
import dev.hilo.api.BusinessHour;
import dev.hilo.api.CompanyField;
import dev.hilo.api.ContactField;
import dev.hilo.api.EmailConfig;
import dev.hilo.api.Mailbox;
import dev.hilo.api.OutboxMail;
import dev.hilo.api.SlaPolicyChanged;
import dev.hilo.api.SlaPolicyItem;
import dev.hilo.api.Survey;
import dev.hilo.api.Webhook;
import java.net.URI;

/**
 * Calls one account of any endpoint that speaks the Freshdesk REST API v2: Freshdesk itself, or Hilo.
 *
 * <pre>{@code
 * var client = new HiloClient(URI.create("https://acme.freshdesk.com"), key);
 * for (var ticket : client.tickets().updatedSince(yesterday)) System.out.println(ticket.subject());
 * client.ticket(42).reply("It left our house this morning.").send();
 * }</pre>
 *
 * <p>Calls are sent again where that does no harm ({@link Retries}) and keep within a share of the account's limit
 * ({@link Budget}). What goes wrong is a {@link HiloError}. Clients can be used by many threads.
 */
public final class HiloClient {

    private final Raw raw;
    private final boolean onceOnlyKeys;
    private final Downloads downloads;

    /**
     * With six attempts, half of the account's limit kept free for others, and bulk calls.
     *
     * @param base such as {@code https://acme.freshdesk.com}
     * @param key an agent's API key
     */
    public HiloClient(URI base, String key) {
        this(to(base, key));
    }

    private HiloClient(ClientBuilder built) {
        this(built.calls(), Urgency.BULK, false, built.downloads());
    }

    HiloClient(Calls calls, Urgency urgency, boolean onceOnlyKeys, Downloads downloads) {
        this.raw = new Raw(calls, urgency, onceOnlyKeys);
        this.onceOnlyKeys = onceOnlyKeys;
        this.downloads = downloads;
    }

    /** {@code HiloClient.to(address, key).keepingFree(0.8).build()} */
    public static ClientBuilder to(URI base, String key) {
        return new ClientBuilder(base, key);
    }

    /** Makes every call once and at once, for those who test an endpoint. */
    public static HiloClient bare(URI base, String key) {
        return to(base, key).retries(Retries.NONE).budget(Budget.none()).build();
    }

    /** The same client for what somebody waits for: {@code client.urgent().ticket(42).reply("Yes.").send()}. */
    public HiloClient urgent() {
        return of(Urgency.URGENT);
    }

    /** The same client for what can wait: {@code client.bulk().contacts().all()}. */
    public HiloClient bulk() {
        return of(Urgency.BULK);
    }

    private HiloClient of(Urgency urgency) {
        return new HiloClient(raw.calls(), urgency, onceOnlyKeys, downloads);
    }

    /** Any call, with the answer as it came: {@code client.raw().get("/tickets?page=2").json()}. */
    public Raw raw() {
        return raw;
    }

    /** What is left of the account's minute: {@code client.budget().standing().remaining()}. */
    public Budget budget() {
        return raw.calls().budget();
    }

    /** {@code client.account().organisationName()} */
    public AccountDetails account() {
        return raw.get("/account").orThrow().as(AccountDetails.class);
    }

    /** {@code client.tickets().updatedSince(yesterday)} */
    public Tickets tickets() {
        return new Tickets(raw);
    }

    /** {@code client.ticket(42).conversations().latest(20)} */
    public OneTicket ticket(long id) {
        return new OneTicket(raw, id);
    }

    /** {@code client.conversations().edit(7, "Corrected.")} */
    public Conversations conversations() {
        return new Conversations(raw);
    }

    /** {@code client.contacts().updatedSince(yesterday)} */
    public Contacts contacts() {
        return new Contacts(raw);
    }

    /** {@code client.companies().all()} */
    public Companies companies() {
        return new Companies(raw);
    }

    /** {@code client.agents().me()} */
    public Agents agents() {
        return new Agents(raw);
    }

    /** {@code client.groups().all()} */
    public Groups groups() {
        return new Groups(raw);
    }

    /** {@code client.roles().all()} */
    public Roles roles() {
        return new Roles(raw);
    }

    /** {@code client.products().all()} */
    public Products products() {
        return new Products(raw);
    }

    /** {@code client.ticketFields().all()} */
    public TicketFields ticketFields() {
        return new TicketFields(raw);
    }

    /** {@code client.satisfactionRatings().since(lastWeek)} */
    public SatisfactionRatings satisfactionRatings() {
        return new SatisfactionRatings(raw);
    }

    /** {@code client.timeEntries().all()} */
    public TimeEntries timeEntries() {
        return new TimeEntries(raw);
    }

    /** {@code client.solutions().categories()} */
    public Solutions solutions() {
        return new Solutions(raw);
    }

    /** {@code client.cannedResponses().folders()} */
    public CannedResponses cannedResponses() {
        return new CannedResponses(raw);
    }

    /** {@code client.attachments().download(attachment, Path.of("invoice.pdf"))} */
    public Attachments attachments() {
        return new Attachments(raw, downloads);
    }

    /** What is kept of a contact: {@code client.contactFields().all()}. */
    public Records<ContactField, ContactField> contactFields() {
        return Records.unpaged(raw, "/contact_fields", ContactField.class);
    }

    /** What is kept of a company: {@code client.companyFields().all()}. */
    public Records<CompanyField, CompanyField> companyFields() {
        return Records.unpaged(raw, "/company_fields", CompanyField.class);
    }

    /** What customers are asked: {@code client.surveys().all()}. */
    public Records<Survey, Survey> surveys() {
        return Records.of(raw, "/surveys", Survey.class);
    }

    /** When the team is there: {@code client.businessHours().all()}. */
    public Records<BusinessHour, BusinessHour> businessHours() {
        return Records.of(raw, "/business_hours", BusinessHour.class);
    }

    /** The support addresses: {@code client.emailConfigs().all()}. */
    public Records<EmailConfig, EmailConfig> emailConfigs() {
        return Records.of(raw, "/email_configs", EmailConfig.class);
    }

    /** The support addresses as administrators change them: {@code client.mailboxes().all()}. */
    public Records<Mailbox, Mailbox> mailboxes() {
        return Records.of(raw, "/email/mailboxes", Mailbox.class);
    }

    /** Of a Hilo: who is told of what happens: {@code client.webhooks().all()}. */
    public Records<Webhook, Webhook> webhooks() {
        return Records.of(raw, "/api/hilo/v1/webhooks", Webhook.class);
    }

    /** Of a Hilo: the mail that leaves: {@code client.outbox().all()}. */
    public Records<OutboxMail, OutboxMail> outbox() {
        return Records.of(raw, "/api/hilo/v1/outbox", OutboxMail.class);
    }

    /** Of a Hilo: one note for many tickets: {@code client.bulkNotes().get(7).progress()}. */
    public Records<BulkNote, BulkNote> bulkNotes() {
        return Records.of(raw, "/api/hilo/v1/bulk-notes", BulkNote.class);
    }

    /** The time within which answers are due: {@code client.slaPolicies().all()}. */
    public Records<SlaPolicyItem, SlaPolicyChanged> slaPolicies() {
        return new Records<>(raw, "/sla_policies", SlaPolicyItem.class, SlaPolicyChanged.class, true);
    }

    /** How long work takes that goes on behind an answer: {@code client.jobs().status(started.jobId())}. */
    public Jobs jobs() {
        return new Jobs(raw);
    }

    /** What the help desk does by itself, 1 on creation, 3 by time, 4 on updates: {@code client.automations(1).all()}. */
    public Automations automations(int type) {
        return new Automations(raw, type);
    }

    /** All of the account's data as a file, a job: {@code client.export(request)}; docs/api/admin.md says what is asked. */
    public Reply export(Object body) {
        return raw.post("/account/export", body).orThrow();
    }

    /** How the account is set up: {@code client.settings().helpdesk()}. */
    public Settings settings() {
        return new Settings(raw);
    }

    /** Of a Hilo: all that happened, in order: {@code client.changes().after(0)}. */
    public Changes changes() {
        return new Changes(raw);
    }

    /** Short for {@link Raw#get}. */
    public Reply get(String path) {
        return raw.get(path);
    }

    /** Short for {@link Raw#post}. */
    public Reply post(String path, Object body) {
        return raw.post(path, body);
    }

    /** Short for {@link Raw#put(String, Object)}. */
    public Reply put(String path, Object body) {
        return raw.put(path, body);
    }

    /** Short for {@link Raw#put(String)}. */
    public Reply put(String path) {
        return raw.put(path);
    }

    /** Short for {@link Raw#patch}. */
    public Reply patch(String path, Object body) {
        return raw.patch(path, body);
    }

    /** Short for {@link Raw#delete}. */
    public Reply delete(String path) {
        return raw.delete(path);
    }
}
