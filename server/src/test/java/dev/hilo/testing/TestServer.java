package dev.hilo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.Hilo;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.config.Attachments;
import dev.hilo.config.Mail;
import dev.hilo.db.Database;
import dev.hilo.web.Network;
import dev.hilo.web.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The real server on a free port over a database of its own, with one account: Acme, whose administrator is Ada.
 */
public final class TestServer implements AutoCloseable {

    public static final String ADMIN = "ada@acme.test";

    /** Of this JVM: others may run beside it. */
    private static final Path FILES =
            Path.of("target", "test-files", "" + ProcessHandle.current().pid());

    private final Database database = TestDatabase.fresh();
    private final Hilo.Settings settings;
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private Hilo hilo;
    private final Account acme;
    private final String adminKey;

    private TestServer(Plan plan, List<Network> trustedProxies, Mail mail) throws Exception {
        var folder = Files.createDirectories(FILES.resolve("uploads"));
        var web = new WebServer.Settings("127.0.0.1", 0, 0, null, folder, trustedProxies);
        var files = new Attachments.Folder(FILES.resolve("attachments"));
        settings = new Hilo.Settings(web, FILES, true, "localhost", files, mail, true, List.of(FILES), true);
        hilo = new Hilo(settings, database, clock);
        acme = hilo.accounts()
                .create(new NewAccount("acme", "Acme", plan, "UTC", "en", "Ada Admin", ADMIN, "correct horse"));
        adminKey = hilo.keys().create(acme.accountId(), ADMIN, "test");
        hilo.start();
    }

    /** A server without a quota. */
    public static TestServer start() throws Exception {
        return start(Plan.UNLIMITED);
    }

    public static TestServer start(Plan plan) throws Exception {
        return new TestServer(plan, List.of(), Mail.NONE);
    }

    /** A server that believes proxies of this network. */
    public static TestServer behind(String network) throws Exception {
        return new TestServer(Plan.UNLIMITED, List.of(Network.parse(network)), Mail.NONE);
    }

    /** A server that sends its mail. */
    public static TestServer mailing(Mail mail) throws Exception {
        return new TestServer(Plan.UNLIMITED, List.of(), mail);
    }

    /** From now on nobody is mailed that a ticket is there. */
    public TestServer withoutReceipts() {
        var path = "/api/hilo/v1/notification-templates/new_ticket/en";
        var off = new RawHttp(address(), adminKey).json("PUT", path, "{\"active\":false}");
        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        return this;
    }

    /** Stops Hilo and starts another on the same database, at another port. */
    public void restart(Consumer<Hilo> beforeItStarts) throws Exception {
        hilo.close();
        hilo = new Hilo(settings, database, clock);
        beforeItStarts.accept(hilo);
        hilo.start();
    }

    /** Starts a second node on the same database. */
    public Hilo another() throws Exception {
        var node = new Hilo(settings, database, clock);
        node.start();
        return node;
    }

    /** Waits for the job that a 202 tells of, and returns what {@code GET /jobs/{id}} says of it at the end. */
    public JsonNode awaitJob(Reply started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return awaitJob(started.json().get("job_id").asText());
    }

    public JsonNode awaitJob(String jobId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> admin().get("/jobs/" + jobId).json(),
                        job -> !job.get("status").asText().equals("IN PROGRESS"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + hilo.web().port());
    }

    /** The administrator's client. */
    public HiloClient admin() {
        return client(adminKey);
    }

    public HiloClient client(String key) {
        return HiloClient.bare(address(), key);
    }

    /** A new agent's client. @param roles their names; the role Agent when there are none */
    public HiloClient agent(String email, TicketScope scope, String... roles) {
        var asked = new HashMap<String, Object>(Map.of("email", email, "ticket_scope", scope.number()));
        if (roles.length > 0) asked.put("role_ids", roleIds(Set.of(roles)));
        var created = admin().post("/agents", asked);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return client(hilo.keys().create(acme.accountId(), email, "test"));
    }

    private List<Long> roleIds(Set<String> names) {
        var ids = new ArrayList<Long>();
        for (var role : admin().get("/roles").json()) {
            if (names.contains(role.get("name").asText()))
                ids.add(role.get("id").longValue());
        }
        return ids;
    }

    public String adminKey() {
        return adminKey;
    }

    public Account acme() {
        return acme;
    }

    /** The administrator, as features know the one who calls. */
    public Caller caller() {
        return caller(acme, ADMIN);
    }

    public Caller caller(Account account, String email) {
        long agent = database.read(h -> h.createQuery("select id from contacts where account_id = ? and email = ?")
                .bind(0, account.accountId())
                .bind(1, email)
                .mapTo(long.class)
                .one());
        return hilo.callers().ofAgent(account, agent);
    }

    /** A new ticket of Carla Customer's. */
    public long ticket() {
        var reply = admin().post(
                        "/tickets",
                        Map.of(
                                "email", "carla@customer.test",
                                "subject", "Where is my parcel?",
                                "description", "It has not come.",
                                "status", 2,
                                "priority", 1));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    /** Until all that was written can be followed: while another transaction runs, a follower's perhaps, the log ends earlier. */
    public void awaitHorizon() {
        long written = database()
                .read(h -> h.createQuery("select coalesce(max(id), 0) from events")
                        .mapTo(long.class)
                        .one());
        await().until(() -> admin().get("/api/hilo/v1/changes?limit=1&after=" + (written - 1))
                        .json()
                        .at("/events/0/id")
                        .asLong()
                == written);
    }

    public Database database() {
        return database;
    }

    public Hilo hilo() {
        return hilo;
    }

    @Override
    public void close() throws Exception {
        hilo.close();
        database.close();
    }
}
