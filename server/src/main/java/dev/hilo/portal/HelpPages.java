package dev.hilo.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Required;
import dev.hilo.customers.Customer;
import dev.hilo.customers.PortalPages;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Body;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code /help}: the help centre, for everybody. */
public final class HelpPages {

    private static final int MOST = 500;
    private static final int MOST_FOUND = 50;
    private static final int VOTES_A_MINUTE = 20;
    private static final int MOST_SUGGESTED = 5;
    private static final int MOST_WORDS = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,40}");

    /** @param q words to search for */
    public record Asked(@Bounds(200) String q) {}

    /** @param subject as far as it is typed */
    public record Typed(@Bounds(300) String subject) {}

    /** What may answer a question. */
    public record Suggested(List<HelpStore.Entry> entries) {}

    /** What the reader thinks of an article. */
    public record Vote(@Required @Among({"up", "down"}) String value) {}

    /** A folder with what it holds. */
    public record Folder(String category, String name, List<HelpStore.Entry> entries) {}

    /** @param q empty when nothing is searched @param hasPortal whether customers can log in @param customer null for strangers */
    public record HelpPage(List<Folder> folders, String q, boolean hasPortal, Customer customer) {}

    /** @param hasVoted whether this browser has said what its reader thinks */
    public record ArticlePage(
            HelpStore.Reading article, Body body, boolean hasVoted, boolean hasPortal, Customer customer) {}

    private record Article(long accountId, long id) {}

    private final Database database;
    private final PortalPages portal;
    private final Cache<Article, AtomicInteger> votes = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public HelpPages(Database database, PortalPages portal) {
        this.database = database;
        this.portal = portal;
    }

    public Answer help(Call call) {
        String asked = call.parameters(Asked.class).q();
        String q = asked == null ? "" : asked.strip();
        var customer = portal.known(call).orElse(null);
        var entries = database.read(h -> h.attach(HelpStore.class)
                .entries(
                        call.account().accountId(),
                        id(customer),
                        language(call, customer),
                        call.account().language(),
                        PeoplePages.like(q),
                        q.isEmpty() ? MOST : MOST_FOUND));
        var page = new HelpPage(folders(entries), q, portal.isOpen(call), customer);
        return portal.page(
                call, customer, "help/home", portal.frame(call, customer).text("help.title"), page);
    }

    private static Long id(Customer customer) {
        return customer == null ? null : (Long) customer.id();
    }

    private static List<Folder> folders(List<HelpStore.Entry> entries) {
        var byFolder = new LinkedHashMap<Long, Folder>();
        for (var entry : entries) {
            byFolder.computeIfAbsent(
                            entry.folderId(), id -> new Folder(entry.category(), entry.folder(), new ArrayList<>()))
                    .entries()
                    .add(entry);
        }
        return List.copyOf(byFolder.values());
    }

    public Answer article(Call call) {
        var customer = portal.known(call).orElse(null);
        var article = require(call, customer);
        var body = Body.of(article.description(), portal.frame(call, customer).text("help.quoted"));
        boolean hasVoted = call.cookie(voted(article.id())) != null;
        var page = new ArticlePage(article, body, hasVoted, portal.isOpen(call), customer);
        return portal.page(call, customer, "help/article", article.title(), page);
    }

    /** What may answer a question before it is asked: a part of the form of a new ticket. */
    public Answer suggest(Call call) {
        String subject = call.parameters(Typed.class).subject();
        var customer = portal.known(call).orElse(null);
        var words = words(subject == null ? "" : subject);
        List<HelpStore.Entry> found = words.isEmpty()
                ? List.of()
                : database.read(h -> h.attach(HelpStore.class)
                        .suggested(
                                call.account().accountId(),
                                id(customer),
                                language(call, customer),
                                call.account().language(),
                                words,
                                MOST_SUGGESTED));
        return portal.part(call, customer, "help/suggested", new Suggested(found));
    }

    /** The longer ones, which say what it is about. */
    private static List<String> words(String subject) {
        return WORD.matcher(subject.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private HelpStore.Reading require(Call call, Customer customer) {
        return database.read(h -> h.attach(HelpStore.class)
                        .reading(
                                call.account().accountId(),
                                id(customer),
                                language(call, customer),
                                call.account().language(),
                                call.id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Counted once per browser, and never faster than people read. */
    public Answer vote(Call call) {
        boolean up = call.body(Vote.class).value().equals("up");
        var article = require(call, portal.known(call).orElse(null));
        var back = "/help/articles/" + article.id();
        long account = call.account().accountId();
        var lately = votes.get(new Article(account, article.id()), key -> new AtomicInteger());
        if (call.cookie(voted(article.id())) != null || lately.incrementAndGet() > VOTES_A_MINUTE) {
            return new Answer.Redirect(back);
        }
        database.run(h -> h.attach(HelpStore.class).vote(account, article.id(), up));
        return new Answer.Redirect(back, List.of(new Cookie(voted(article.id()), "1", Duration.ofDays(365))));
    }

    private static String voted(long id) {
        return "hilo_vote_" + id;
    }

    private String language(Call call, Customer customer) {
        return portal.frame(call, customer).phrases().language();
    }
}
