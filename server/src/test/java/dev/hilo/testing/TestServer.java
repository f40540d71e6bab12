package dev.hilo.testing;

import dev.hilo.Hilo;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.client.HiloClient;
import dev.hilo.db.Database;
import dev.hilo.web.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The real server on a free port over a database of its own, with one account: Acme, whose administrator is Ada.
 */
public final class TestServer implements AutoCloseable {

    public static final String ADMIN = "ada@acme.test";

    private final Database database = TestDatabase.fresh();
    private final Hilo hilo;
    private final Account acme;
    private final String adminKey;

    private TestServer(Plan plan) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "uploads"));
        var web = new WebServer.Settings("127.0.0.1", 0, 0, null, folder, List.of());
        hilo = new Hilo(
                new Hilo.Settings(web, true, null), database, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
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
        return new TestServer(plan);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + hilo.web().port());
    }

    /** The administrator's client. */
    public HiloClient admin() {
        return client(adminKey);
    }

    public HiloClient client(String key) {
        return new HiloClient(address(), key);
    }

    public String adminKey() {
        return adminKey;
    }

    public Account acme() {
        return acme;
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
