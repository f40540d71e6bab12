package dev.hilo.logins;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Passwords;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.html.Html;
import dev.hilo.mail.out.Messenger;
import dev.hilo.pages.Phrases;
import dev.hilo.sessions.OwnAddress;
import dev.hilo.sessions.Sessions;
import dev.hilo.sessions.Throttle;
import dev.hilo.sessions.Token;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mailed links by which an agent chooses a password: the first one when invited, another one when it is forgotten. */
public final class PasswordLinks {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLinks.class);
    private static final Duration TO_RESET = Duration.ofHours(1);
    private static final Duration TO_JOIN = Duration.ofHours(72);
    private static final int MOST_LINKS = 5;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int MOST_AT_ONCE = 50;

    private final Database database;
    private final Messenger messenger;
    private final Sessions sessions;
    private final Callers callers;
    private final OwnAddress addresses;
    private final Clock clock;
    private final Throttle byAddress = new Throttle(5, Duration.ofMinutes(30));
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);

    public PasswordLinks(
            Database database,
            Messenger messenger,
            Sessions sessions,
            Callers callers,
            String baseDomain,
            Clock clock) {
        this.database = database;
        this.messenger = messenger;
        this.sessions = sessions;
        this.callers = callers;
        this.addresses = new OwnAddress(baseDomain);
        this.clock = clock;
    }

    /**
     * Mails a link to the agent whose address it is. It is found out in the background, so that nobody can tell from the
     * answer, or from how long it takes, who is one.
     */
    void mailReset(Account account, Address asked, String typed) {
        String email = typed.toLowerCase(Locale.ROOT);
        if (!byAddress.allows(account.accountId(), email) || !atOnce.tryAcquire()) return;
        Thread.ofVirtual().name("password-link").start(() -> {
            try {
                database.read(h -> h.attach(LoginStore.class).byEmail(account.accountId(), email))
                        .ifPresent(person -> mail(account, asked, person, "reset", TO_RESET));
            } catch (RuntimeException e) {
                LOG.warn("Could not make a link for account {}: {}", account.accountId(), e.toString());
            } finally {
                atOnce.release();
            }
        });
    }

    /** Mails an agent a link to choose the first password. */
    void invite(Account account, Address asked, long agentId) {
        var person = database.read(h -> h.attach(LoginStore.class).byId(account.accountId(), agentId))
                .orElseThrow(Refusal.NotFound::new);
        mail(account, asked, person, "invite", TO_JOIN);
    }

    /** @param kind the part of the phrases' keys */
    private void mail(Account account, Address asked, LoginStore.Person person, String kind, Duration life) {
        var token = Token.next();
        var now = clock.instant();
        boolean isMade = Acting.as(
                Actor.SYSTEM,
                "log-in",
                () -> database.write(h -> {
                    var store = h.attach(LoginStore.class);
                    store.forgetExpired(account.accountId(), now);
                    if (store.links(account.accountId(), person.id()) >= MOST_LINKS) return false;
                    store.link(account.accountId(), token.hash(), person.id(), now, now.plus(life));
                    return true;
                }));
        if (!isMade) return;
        var phrases = Phrases.in(person.language());
        String link = addresses.of(account, asked).of("/password?link=" + token.text());
        String body = "<p>" + Html.escape(phrases.text("mail." + kind + ".body", person.name(), account.name()))
                + "</p><p><a href=\"" + link + "\">" + Html.escape(phrases.text("mail." + kind + ".link"))
                + "</a></p><p>" + link + "</p><p>" + Html.escape(phrases.text("mail." + kind + ".unasked")) + "</p>";
        messenger.send(
                account.accountId(),
                new Messenger.Message(person.email(), phrases.text("mail." + kind + ".subject", account.name()), body));
    }

    /** Whose link it is; looking does not use it. */
    Optional<LoginStore.Person> holder(Account account, String link) {
        var token = new Token(link);
        if (!token.isWellFormed()) return Optional.empty();
        return database.read(
                h -> h.attach(LoginStore.class).ofLink(account.accountId(), token.hash(), clock.instant()));
    }

    /** Uses the link up: the password is new, and every log-in of the agent has ended. @return whether it was a link */
    boolean choose(Account account, String link, String password) {
        check(password);
        var token = new Token(link);
        String hash = Passwords.hash(password);
        var now = clock.instant();
        var person = holder(account, link);
        if (person.isEmpty()) return false;
        long agentId = person.get().id();
        boolean isFirst = Acting.as(
                new Actor(Actor.Kind.AGENT, agentId),
                "log-in",
                () -> database.write(h -> {
                    var store = h.attach(LoginStore.class);
                    if (store.use(account.accountId(), token.hash(), now) == 0) return false;
                    store.forgetLinks(account.accountId(), agentId);
                    store.setPassword(account.accountId(), agentId, hash, now);
                    return true;
                }));
        if (isFirst) sessions.endAll(account.accountId(), agentId);
        callers.forget();
        return isFirst;
    }

    /** A new password for an agent who knows the one before; every other log-in ends. */
    void change(dev.hilo.accounts.Caller caller, String before, String password, long session) {
        callers.logIn(caller.account(), caller.email(), before);
        check(password);
        String hash = Passwords.hash(password);
        database.run(h ->
                h.attach(LoginStore.class).setPassword(caller.accountId(), caller.agentId(), hash, clock.instant()));
        sessions.endOthers(caller, session);
        callers.forget();
    }

    private static void check(String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refusal.Invalid(
                    FieldError.invalid("password", "It should have " + SHORTEST + " to " + LONGEST + " characters"));
        }
    }
}
