package dev.hilo.mail.in;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Secrets;
import dev.hilo.accounts.Sight;
import dev.hilo.attachments.Attachments;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.tickets.ReceivedTickets;
import dev.hilo.web.Address;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes mail, through whichever door it comes; after that it is a ticket, an entry, or in the quarantine. */
public final class IncomingMail {

    /** In bytes: 25 MB of files in base64, and a body of the same size. */
    public static final long LARGEST = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(IncomingMail.class);

    private final Database database;
    private final Arrivals arrivals;
    private final Quarantine quarantine;
    private final Path folder;
    private final String baseDomain;

    /** @param folder where mail lies while it is read */
    public IncomingMail(
            Database database,
            Secrets secrets,
            Callers callers,
            Attachments attachments,
            Conversations conversations,
            ReceivedTickets tickets,
            Path folder,
            String baseDomain,
            Clock clock) {
        this.database = database;
        this.arrivals = new Arrivals(database, secrets, callers, attachments, conversations, tickets, clock);
        this.quarantine = new Quarantine(database, clock);
        this.folder = folder;
        this.baseDomain = baseDomain;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * Takes a mail and answers when it is safe.
     *
     * @param mailboxId to which it came; null where the mail itself is to say
     * @throws Refusal.TooLarge when it has more than {@link #LARGEST} bytes
     */
    public Received receive(Account account, Long mailboxId, InputStream mime) {
        var address = new Address("https", account.subdomain() + "." + baseDomain);
        return receive(account, address, mailboxId, mime, false);
    }

    /** The same where the address is known under which the account is reached. */
    public Received receive(Account account, Address address, Long mailboxId, InputStream mime) {
        return receive(account, address, mailboxId, mime, false);
    }

    /** What an entry quoted of the mails before it, as HTML. */
    public String quotedText(Caller caller, long conversationId) {
        return database.read(h -> h.attach(MailInStore.class).quoted(Sight.of(caller), conversationId))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Tries a mail of the quarantine again; it leaves once it has become something. */
    public Received retry(Account account, Address address, long id) {
        byte[] raw = quarantine.raw(account.accountId(), id);
        Long mailboxId = quarantine.mailbox(account.accountId(), id);
        var received = receive(account, address, mailboxId, new ByteArrayInputStream(raw), true);
        if (received.outcome() != Received.Outcome.QUARANTINED) quarantine.delete(account.accountId(), id);
        return received;
    }

    private Received receive(Account account, Address address, Long mailboxId, InputStream mime, boolean isRetry) {
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(folder), "mail");
            try {
                Path file = own.resolve("mime");
                byte[] hash = spool(mime, file);
                return read(account, address, mailboxId, file, hash, isRetry);
            } finally {
                remove(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] spool(InputStream mime, Path file) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(mime, digest);
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[64 << 10];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > LARGEST) throw new Refusal.TooLarge(LARGEST);
                out.write(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private Received read(Account account, Address address, Long mailboxId, Path file, byte[] hash, boolean isRetry)
            throws IOException {
        Letter letter = null;
        try {
            letter = LetterReader.read(file, file.getParent());
            var delivery = new Arrivals.Delivery(account, address, mailboxId, identity(letter, hash), isRetry);
            return arrivals.arrive(delivery, letter);
        } catch (Held held) {
            return hold(account, mailboxId, file, hash, letter, held);
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warn("A mail of account {} goes to the quarantine", account.accountId(), e);
            String reason = letter == null ? "unreadable" : "failed";
            return hold(account, mailboxId, file, hash, letter, new Held(reason, e.toString()));
        }
    }

    private Received hold(Account account, Long mailboxId, Path file, byte[] hash, Letter letter, Held held)
            throws IOException {
        return Received.quarantined(quarantine.hold(account.accountId(), mailboxId, file, hash, letter, held));
    }

    /** What says that two mails are one: the Message-ID; without one, all that people see of it. */
    private static String identity(Letter letter, byte[] hash) {
        if (letter.messageId() != null) return "id:" + letter.messageId();
        if (letter.from() == null) return "sha256:" + HexFormat.of().formatHex(hash);
        var digest = sha256();
        for (var said : new String[] {letter.from(), letter.subject(), letter.date(), letter.html(), letter.text()}) {
            digest.update(String.valueOf(said).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (var file : letter.files()) digest.update((file.name() + file.size()).getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
