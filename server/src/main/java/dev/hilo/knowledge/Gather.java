package dev.hilo.knowledge;

import dev.hilo.accounts.Account;
import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.masking.Mask;
import dev.hilo.db.Database;
import dev.hilo.insight.Languages;
import dev.hilo.knowledge.Document.Chunk;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Brings the passages of an account up to its articles, canned responses and solved tickets. */
final class Gather {

    static final String ARTICLE = "article";
    static final String CANNED = "canned response";

    private static final int BATCH = 200;
    /** The newest of an account; older ones say little that newer ones do not. */
    private static final int MOST_REPLIES = 20_000;

    private static final int LONGEST_QUESTION = 1_500;
    /** A sentence with a placeholder is about one ticket. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[^.!?\\n]*\\{\\{[^}]*}}[^.!?\\n]*[.!?,]?");

    private final Database database;
    private final Languages languages;
    private final Clock clock;

    Gather(Database database, Languages languages, Clock clock) {
        this.database = database;
        this.languages = languages;
        this.clock = clock;
    }

    String mark(long accountId) {
        return database.read(h -> h.attach(LibraryStore.class).mark(accountId));
    }

    /** Articles and canned responses: few, and what people have just written is to be found at once. */
    void library(Account account) {
        database.run(h -> {
            h.attach(PassageStore.class).asked(account.accountId(), clock.instant());
            var passages = new PassageWriter(h, account.accountId(), clock);
            var library = h.attach(LibraryStore.class);
            var articles = library.changedArticles(account.accountId(), ARTICLE);
            passages.close(ARTICLE, library.goneArticles(account.accountId(), ARTICLE));
            passages.replace(
                    ARTICLE,
                    articles.stream().map(text -> document(account, text)).toList());
            var canned = library.changedCanned(account.accountId(), CANNED);
            passages.close(CANNED, library.goneCanned(account.accountId(), CANNED));
            passages.replace(
                    CANNED, canned.stream().map(text -> document(account, text)).toList());
        });
    }

    private Document document(Account account, LibraryStore.Text text) {
        String html = PLACEHOLDER.matcher(text.html()).replaceAll("");
        var chunks = Chunks.ofHtml(text.title(), html);
        String language = text.language() != null ? text.language() : languageOf(account, html, null);
        return new Document(text.key(), text.version(), "", chunks, language, text.open(), null, text.changedAt());
    }

    String languageOf(Account account, String text, String likely) {
        String first = likely == null ? account.language() : likely;
        var candidates = Stream.concat(
                        Stream.of(first, account.language(), "en", "es"), account.supportedLanguages().stream())
                .distinct()
                .toList();
        return languages.of(text, candidates).value();
    }

    /** What agents answered where it helped, batch by batch. @param stopped asked between the batches */
    void replies(Account account, BooleanSupplier stopped) {
        long accountId = account.accountId();
        database.run(h -> withdraw(h, accountId));
        long room =
                MOST_REPLIES - database.read(h -> h.attach(PassageStore.class).current(accountId, Passage.PAST_REPLY));
        while (room > 0 && !stopped.getAsBoolean()) {
            int most = (int) Math.min(BATCH, room);
            int done = database.write(h -> {
                var solved =
                        h.attach(LibraryStore.class).newlySolved(accountId, Passage.PAST_REPLY, clock.instant(), most);
                var documents =
                        solved.stream().map(ticket -> document(account, ticket)).toList();
                new PassageWriter(h, accountId, clock).replace(Passage.PAST_REPLY, documents);
                return solved.size();
            });
            if (done < most) return;
            room -= done;
        }
    }

    private void withdraw(Handle handle, long accountId) {
        var library = handle.attach(LibraryStore.class);
        var passages = new PassageWriter(handle, accountId, clock);
        for (var gone : library.goneReplies(accountId, Passage.PAST_REPLY, clock.instant())) {
            if (!gone.erased()) passages.close(Passage.PAST_REPLY, List.of(gone.key()));
        }
        passages.takeOut(Passage.PAST_REPLY, library.erased(accountId, Passage.PAST_REPLY));
    }

    /** Without names and numbers of the people in it: it will be read by others. */
    private Document document(Account account, LibraryStore.Solved ticket) {
        var names = Stream.of(ticket.requester(), ticket.agent())
                .filter(Objects::nonNull)
                .toList();
        var mask = new Mask(names);
        String key = Long.toString(ticket.id());
        String subject = mask.remove(ticket.subject());
        String said = mask.remove(ticket.description());
        String question = cut(subject + "\n" + said);
        String language = languageOf(account, ticket.subject() + "\n" + ticket.description(), ticket.language());
        var chunks =
                ticket.reply() == null ? List.<Chunk>of() : List.of(new Chunk(subject, mask.remove(ticket.reply())));
        return new Document(key, ticket.version(), question, chunks, language, true, null, ticket.knownSince());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_QUESTION, text.length()));
    }
}
