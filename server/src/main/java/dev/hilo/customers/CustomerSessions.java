package dev.hilo.customers;

import dev.hilo.accounts.Account;
import dev.hilo.contacts.Emails;
import dev.hilo.db.Database;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.html.Html;
import dev.hilo.mail.out.Messenger;
import dev.hilo.pages.Phrases;
import dev.hilo.sessions.OwnAddress;
import dev.hilo.sessions.Throttle;
import dev.hilo.sessions.Token;
import dev.hilo.web.Address;
import dev.hilo.web.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How customers log in: by a link that is mailed to them, used once within half an hour. The log-in ends two weeks after it was
 * last used. A cookie of it opens the portal and nothing else.
 */
public final class CustomerSessions {

    /** The cookie that stands for the log-in of a customer. */
    public static final String COOKIE = "hilo_customer";

    static final String PATH = "/help";

    /** What a link has led to. @param to the page that was wanted */
    public record Entered(Cookie cookie, String to) {}

    private static final Logger LOG = LoggerFactory.getLogger(CustomerSessions.class);

    private static final Duration LIFE_OF_LINK = Duration.ofMinutes(30);
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration NOTEWORTHY = Duration.ofMinutes(5);
    private static final int MOST_LINKS = 5;
    private static final int MOST_AT_ONCE = 50;

    private final Database database;
    private final Messenger messenger;
    private final OwnAddress addresses;
    private final Clock clock;
    private final Throttle byAddress = new Throttle(5, Duration.ofMinutes(30));
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);

    public CustomerSessions(Database database, Messenger messenger, String baseDomain, Clock clock) {
        this.database = database;
        this.messenger = messenger;
        this.addresses = new OwnAddress(baseDomain);
        this.clock = clock;
    }

    /**
     * Mails a link to whoever is known by an address. It is found out in the background, so that nobody can tell from the
     * answer, or from how long it takes, who is.
     */
    public void mailLink(Account account, Address asked, String typed, String leadsTo, Phrases phrases) {
        var email = Emails.parse(typed).map(address -> address.toLowerCase(Locale.ROOT));
        if (email.isEmpty() || !byAddress.allows(account.accountId(), email.get()) || !atOnce.tryAcquire()) return;
        var address = addresses.of(account, asked);
        Thread.ofVirtual().name("portal-link").start(() -> {
            try {
                Acting.run(Actor.SYSTEM, "portal", () -> write(account, address, email.get(), leadsTo, phrases));
            } catch (RuntimeException e) {
                LOG.warn("Could not make a link for account {}: {}", account.accountId(), e.toString());
            } finally {
                atOnce.release();
            }
        });
    }

    private void write(Account account, Address address, String email, String leadsTo, Phrases phrases) {
        var token = Token.next();
        var now = clock.instant();
        var known = database.write(h -> {
            var store = h.attach(CustomerStore.class);
            store.forgetExpired(account.accountId(), now);
            var contact = store.byEmail(account.accountId(), email)
                    .filter(found -> store.links(account.accountId(), found.id()) < MOST_LINKS);
            contact.ifPresent(found ->
                    store.link(account.accountId(), token.hash(), found.id(), leadsTo, now, now.plus(LIFE_OF_LINK)));
            return contact;
        });
        known.ifPresent(
                contact -> messenger.send(account.accountId(), message(account, address, email, token, phrases)));
    }

    private static Messenger.Message message(
            Account account, Address address, String email, Token token, Phrases phrases) {
        String link = address.of(PATH + "/enter?link=" + URLEncoder.encode(token.text(), StandardCharsets.UTF_8));
        String body = "<p>" + Html.escape(phrases.text("portal.mail.body", account.name())) + "</p><p><a href=\""
                + link + "\">" + Html.escape(phrases.text("portal.mail.link")) + "</a></p><p>" + link + "</p><p>"
                + Html.escape(phrases.text("portal.mail.unasked")) + "</p>";
        return new Messenger.Message(email, phrases.text("portal.mail.subject", account.name()), body);
    }

    /** Whether a link can still be used; looking does not use it. */
    public boolean isOpen(Account account, String link) {
        var token = new Token(link);
        return token.isWellFormed()
                && database.read(
                        h -> h.attach(CustomerStore.class).isOpen(account.accountId(), token.hash(), clock.instant()));
    }

    /** Uses a link up. Empty when it was used, is too old or never was. */
    public Optional<Entered> enter(Account account, String link) {
        var used = new Token(link);
        if (!used.isWellFormed()) return Optional.empty();
        var now = clock.instant();
        var session = Token.next();
        return Acting.as(
                Actor.SYSTEM,
                "portal",
                () -> database.write(h -> {
                    var store = h.attach(CustomerStore.class);
                    var found = store.use(account.accountId(), used.hash(), now);
                    found.ifPresent(by -> {
                        store.forgetLinks(account.accountId(), by.contactId());
                        store.verify(account.accountId(), by.contactId(), now);
                        store.endExpired(account.accountId(), by.contactId(), now);
                        store.begin(account.accountId(), session.hash(), by.contactId(), now, now.plus(LIFE));
                    });
                    return found.map(by -> new Entered(cookie(session.text(), LIFE), by.leadsTo()));
                }));
    }

    /** Empty for a cookie that stands for nothing, or for somebody who may not come in any more. */
    public Optional<Customer> customer(Account account, String cookie) {
        var token = new Token(cookie);
        if (!token.isWellFormed()) return Optional.empty();
        var now = clock.instant();
        var row = database.read(h -> h.attach(CustomerStore.class).session(account.accountId(), token.hash(), now));
        if (row.isEmpty()) return Optional.empty();
        var found = row.get();
        if (found.seenAt().isBefore(now.minus(NOTEWORTHY))) {
            database.run(
                    h -> h.attach(CustomerStore.class).seen(account.accountId(), token.hash(), now, now.plus(LIFE)));
        }
        return Optional.of(new Customer(
                account.accountId(),
                found.id(),
                found.name(),
                found.email(),
                found.companyIds(),
                found.language(),
                found.timeZone(),
                token.proof("portal form")));
    }

    /** Ends a log-in. @return what makes the browser forget it */
    public List<Cookie> end(Account account, String cookie) {
        var token = new Token(cookie);
        if (token.isWellFormed()) {
            database.run(h -> h.attach(CustomerStore.class).end(account.accountId(), token.hash()));
        }
        return List.of(cookie("", Duration.ZERO));
    }

    private static Cookie cookie(String value, Duration age) {
        return new Cookie(COOKIE, value, age, PATH);
    }
}
