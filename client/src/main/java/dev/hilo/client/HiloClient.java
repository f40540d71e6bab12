package dev.hilo.client;

import dev.hilo.api.AccountDetails;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

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
        this(new Builder(base, key));
    }

    private HiloClient(Builder built) {
        this(built.calls(), built.urgency, built.onceOnlyKeys, built.downloads());
    }

    private HiloClient(Calls calls, Urgency urgency, boolean onceOnlyKeys, Downloads downloads) {
        this.raw = new Raw(calls, urgency, onceOnlyKeys);
        this.onceOnlyKeys = onceOnlyKeys;
        this.downloads = downloads;
    }

    /** {@code HiloClient.to(address, key).keepingFree(0.8).build()} */
    public static Builder to(URI base, String key) {
        return new Builder(base, key);
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

    /** How a client is to call. */
    public static final class Builder {

        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        private final URI base;
        private final String authorization;
        private Retries retries = Retries.DEFAULT;
        private Budget budget;
        private Duration timeout = Duration.ofSeconds(60);
        private Urgency urgency = Urgency.BULK;
        private Time time = Time.SYSTEM;
        private boolean onceOnlyKeys;

        private Builder(URI base, String key) {
            this.base = base;
            this.authorization =
                    "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
        }

        public Builder retries(Retries retries) {
            this.retries = retries;
            return this;
        }

        /** @param share of the account's limit for others, from 0 to less than 1; half when it is not told */
        public Builder keepingFree(double share) {
            return budget(Budget.keepingFree(share));
        }

        /** One budget for all clients of an account. */
        public Builder budget(Budget budget) {
            this.budget = budget;
            return this;
        }

        /** How long an answer may take, its body included; a minute when it is not told. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Calls that somebody waits for; bulk calls when it is not told. */
        public Builder urgent() {
            this.urgency = Urgency.URGENT;
            return this;
        }

        public Builder time(Time time) {
            this.time = time;
            return this;
        }

        /** For a Hilo: each POST carries an {@code Idempotency-Key}, so that it can be sent again. */
        public Builder onceOnlyKeys() {
            this.onceOnlyKeys = true;
            return this;
        }

        public HiloClient build() {
            return new HiloClient(this);
        }

        private Calls calls() {
            if (budget == null) budget = Budget.keepingFree(0.5, time);
            return new Calls(http, base, authorization, retries, budget, timeout, time);
        }

        /** Files lie with somebody else as a rule, who must not see the key and counts no calls. */
        private Downloads downloads() {
            return new Downloads(new Calls(http, base, null, retries, Budget.none(), Duration.ofMinutes(5), time));
        }
    }
}
