package dev.hilo.demo;

import dev.hilo.accounts.Account;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Database;
import dev.hilo.events.Followers;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * A sample help desk: Acme, which sells smart devices and a service for firms, with a year of tickets in English and
 * Spanish. Every text is our own; people, firms and numbers are invented, and all addresses end in names reserved for
 * examples.
 */
public final class Demo {

    /** What the demo is made of unless another seed is asked for. */
    public static final long SEED = 20_261_123;

    private final Database database;
    private final Clock clock;
    private final Attachments attachments;
    private final Followers followers;

    public Demo(Database database, Attachments attachments, Followers followers, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.attachments = attachments;
        this.followers = followers;
    }

    /**
     * Fills an account that has no ticket and never had one; a start that was cut off before has left it blank.
     *
     * @return whether it was filled now
     */
    public boolean furnish(Account account) {
        if (!isBlank(account)) return false;
        fill(account, SEED, clock.instant());
        return true;
    }

    private boolean isBlank(Account account) {
        return database.read(h -> h.createQuery("select last_id = 0 from ticket_counters where account_id = ?")
                .bind(0, account.accountId())
                .mapTo(boolean.class)
                .one());
    }

    /** All of it or nothing. */
    void fill(Account account, long seed, Instant now) {
        var world = new World(seed, now);
        try (var files = new DemoFiles(attachments, account, Dice.of(seed, "files", 0))) {
            files.stage();
            database.run(handle -> {
                History.silence(handle);
                store(handle, account, world, files, now);
                History.write(handle, account.accountId());
                followers.skip(handle, account.accountId());
            });
        }
        database.run(handle -> handle.execute("analyze tickets, conversations, contacts, events"));
    }

    private static void store(Handle handle, Account account, World world, DemoFiles files, Instant now) {
        var desk = new Desk(handle, account, now);
        desk.furnish();
        var customers = new Customers(handle, desk, world);
        customers.store(account.timeZone());
        var tickets = new Tickets(handle, desk, customers, world);
        tickets.store(account.accountId());
        new Library(handle, desk, world, world.dice("library")).store();
        files.attach(handle, world, desk, tickets);
    }
}
