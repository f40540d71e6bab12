package dev.hilo.mail.in;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import dev.hilo.mail.MailServers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the inbox of every mailbox that has an IMAP server; of the nodes, one at a time has it on lease. */
public final class FetchMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FetchMail.class);
    private static final long ROUND_MILLIS = 2000;
    private static final int NUDGE_EVERY = 15;

    private record Running(ImapInbox inbox, Thread thread) {}

    private final String node = UUID.randomUUID().toString();
    private final Database database;
    private final Accounts accounts;
    private final MailServers servers;
    private final IncomingMail mail;
    private final Clock clock;
    private final Map<Long, Running> running = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;

    public FetchMail(Database database, Accounts accounts, MailServers servers, IncomingMail mail, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.servers = servers;
        this.mail = mail;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofPlatform().name("fetch-mail").daemon().start(this::rounds);
    }

    private void rounds() {
        try {
            for (int round = 1; !stop.await(ROUND_MILLIS, TimeUnit.MILLISECONDS); round++) {
                try {
                    look();
                    if (round % NUDGE_EVERY == 0) running.values().forEach(r -> r.inbox.nudge());
                } catch (RuntimeException e) {
                    LOG.warn("Could not look for mailboxes: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins what is new, ends what is gone or has changed. */
    private void look() {
        var wanted = new HashMap<Long, ImapInbox.Source>();
        for (var account : accounts.list()) {
            for (var mailbox : database.read(h -> servers.list(h, account.accountId()))) {
                if (!mailbox.active() || mailbox.incoming().isEmpty()) continue;
                var access = mailbox.incoming().get();
                wanted.put(mailbox.mailboxId(), new ImapInbox.Source(account, mailbox.mailboxId(), access));
            }
        }
        running.entrySet().removeIf(entry -> {
            boolean stays = entry.getValue().inbox.source().equals(wanted.get(entry.getKey()));
            if (!stays) entry.getValue().inbox.stop();
            return !stays;
        });
        wanted.forEach((id, source) -> running.computeIfAbsent(id, none -> begin(source)));
    }

    private Running begin(ImapInbox.Source source) {
        var inbox = new ImapInbox(source, node, database, mail, clock);
        return new Running(
                inbox, Thread.ofVirtual().name("imap-" + source.mailboxId()).start(inbox));
    }

    /** Lets the mail that is being taken come to its end, and leaves the mailboxes to other nodes. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        if (thread == null) return;
        thread.join(5000);
        running.values().forEach(r -> r.inbox.stop());
        for (var each : running.values()) each.thread.join(5000);
        for (var account : accounts.list()) {
            database.run(h -> h.attach(ImapStore.class).release(account.accountId(), node));
        }
    }
}
