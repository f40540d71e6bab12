package dev.hilo.mail.in;

import dev.hilo.accounts.Account;
import dev.hilo.db.Database;
import dev.hilo.mail.MailAccess;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The INBOX of a mailbox on its server, followed by a thread of its own: fetched, then waited upon with IDLE, or looked at
 * again where the server has none. A mail is taken before its number is noted: what is fetched twice is one entry all the same.
 */
final class ImapInbox implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ImapInbox.class);

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 200;

    /** Which mailbox, and how it is reached. */
    record Source(Account account, long mailboxId, MailAccess access) {
        String name() {
            return access.userName() + "@" + access.host() + ":" + access.port();
        }
    }

    private final Source source;
    private final String node;
    private final Database database;
    private final IncomingMail mail;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile IMAPFolder open;
    private IMAPStore connection;
    private int failures;

    ImapInbox(Source source, String node, Database database, IncomingMail mail, Clock clock) {
        this.source = source;
        this.node = node;
        this.database = database;
        this.mail = mail;
        this.clock = clock;
    }

    Source source() {
        return source;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                boolean isMine = follow();
                if (!isMine) pause(SHORTEST_PAUSE.multipliedBy(5));
                failures = 0;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!stopped) failed(e);
            } finally {
                disconnect();
            }
        }
    }

    private void failed(Exception e) {
        failures++;
        LOG.warn("Could not fetch the mail of {}, {} times by now: {}", source.name(), failures, e.toString());
        try {
            database.run(h -> h.attach(ImapStore.class)
                    .failed(source.account().accountId(), source.mailboxId(), node, e.toString()));
        } catch (RuntimeException unreachable) {
            LOG.warn("Could not note it: {}", unreachable.toString());
        }
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, 8));
        pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Until the connection ends or another node has the mailbox. @return false when another has it from the start */
    private boolean follow() throws MessagingException, IOException {
        if (lease() == null) return false;
        connect();
        boolean idles = connection.hasCapability("IDLE");
        while (!stopped) {
            var position = lease();
            if (position == null) return true;
            if (fetch(position)) continue;
            if (idles) open.idle(true);
            else pause(Duration.ofSeconds(10));
        }
        return true;
    }

    private ImapStore.Position lease() {
        var now = clock.instant();
        return database.write(h -> h.attach(ImapStore.class)
                        .lease(
                                source.account().accountId(),
                                source.mailboxId(),
                                source.name(),
                                node,
                                now.plus(LEASE),
                                now))
                .orElse(null);
    }

    private void connect() throws MessagingException {
        connection = connected(source.access());
        var inbox = (IMAPFolder) connection.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        open = inbox;
    }

    static IMAPStore connected(MailAccess access) throws MessagingException {
        String protocol = access.ssl() ? "imaps" : "imap";
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", "10000");
        properties.setProperty("mail." + protocol + ".timeout", "120000");
        properties.setProperty("mail." + protocol + ".peek", "true");
        properties.setProperty("mail." + protocol + ".starttls.enable", "true");
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (access.authentication().equals("xoauth2")) {
            properties.setProperty("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
        }
        var store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect(
                access.host(),
                access.port(),
                access.userName(),
                access.password().value());
        return store;
    }

    /** @return whether there may be more */
    private boolean fetch(ImapStore.Position position) throws MessagingException, IOException {
        var inbox = open;
        inbox.getMessageCount();
        long validity = inbox.getUIDValidity();
        boolean continues = position.uidValidity() != null && position.uidValidity() == validity;
        long last = continues ? position.lastUid() : 0;
        Message[] found = inbox.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.ENVELOPE);
        inbox.fetch(found, profile);
        int taken = 0;
        for (var message : found) {
            long uid = inbox.getUID(message);
            // A server answers n:* with its last message even when that is older.
            if (uid <= last) continue;
            if (stopped || taken == MOST_AT_ONCE) return !stopped;
            if (continues || isNew(message, position)) take(message);
            move(validity, uid);
            last = uid;
            taken++;
        }
        if (!continues && taken == 0) move(validity, last);
        if (taken > 0 && source.access().deletesFromServer()) inbox.expunge();
        return taken > 0;
    }

    /** Of a box seen for the first time, what nobody has read; of one that numbers anew, what came since shortly before. */
    private static boolean isNew(Message message, ImapStore.Position position) throws MessagingException {
        if (position.uidValidity() == null) return !message.isSet(Flags.Flag.SEEN);
        Date received = message.getReceivedDate();
        Instant since = position.fetchedAt().minus(Duration.ofDays(1));
        return received == null || received.toInstant().isAfter(since);
    }

    private void take(Message message) throws MessagingException, IOException {
        if (message.isExpunged()) return;
        try (var bytes = ((IMAPMessage) message).getMimeStream()) {
            mail.receive(source.account(), source.mailboxId(), bytes);
        } catch (dev.hilo.errors.Refusal.TooLarge e) {
            LOG.warn("A mail of {} is too large to be taken and stays on the server", source.name());
            return;
        }
        message.setFlag(Flags.Flag.SEEN, true);
        if (source.access().deletesFromServer()) message.setFlag(Flags.Flag.DELETED, true);
    }

    private void move(long validity, long uid) {
        database.run(h -> h.attach(ImapStore.class)
                .move(source.account().accountId(), source.mailboxId(), node, validity, uid, clock.instant()));
    }

    /** Ends the waiting, so that the lease is renewed and the server is heard. */
    void nudge() {
        var inbox = open;
        if (inbox == null) return;
        Thread.ofVirtual().start(() -> {
            try {
                if (inbox.isOpen()) inbox.getMessageCount();
            } catch (MessagingException | RuntimeException e) {
                LOG.debug("The connection to {} has ended: {}", source.name(), e.toString());
            }
        });
    }

    private synchronized void pause(Duration time) {
        try {
            if (!stopped) wait(time.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void disconnect() {
        open = null;
        try {
            if (connection != null) connection.close();
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("Closing {}: {}", source.name(), e.toString());
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
        nudge();
    }
}
