package dev.hilo.answers.similar;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.draft.TicketReader;
import dev.hilo.answers.text.Words;
import dev.hilo.api.SimilarTicket;
import dev.hilo.db.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Among the latest tickets that a caller sees, those that are most like one: by their words, then by their meaning. */
public final class SimilarTickets {

    /** Public for its mapping. */
    public record Candidate(long id, String subject, String text, int status, Instant createdAt) {}

    interface Store {
        @SqlQuery("""
                select t.id, t.subject, left(t.description_text, 600) as text, t.status, t.created_at
                from tickets t
                where t.account_id = :sight.accountId and t.id <> :ticketId and not t.deleted and not t.spam and
                """ + Sight.CONDITION + " order by t.created_at desc, t.id desc limit :limit")
        @RegisterConstructorMapper(Candidate.class)
        List<Candidate> latest(@BindMethods("sight") Sight sight, long ticketId, int limit);
    }

    private record Scored(Candidate ticket, double score) {}

    private static final int READ = 1_000;
    private static final int COMPARED = 20;
    private static final int MOST = 10;

    private final Database database;
    private final TicketReader tickets;
    private final Similarity similarity;

    public SimilarTickets(Database database, TicketReader tickets, Similarity similarity) {
        this.database = database;
        this.tickets = tickets;
        this.similarity = similarity;
    }

    public List<SimilarTicket> of(Caller caller, long ticketId) {
        var ticket = tickets.read(caller, ticketId);
        String text = ticket.subject() + ". " + ticket.messages().getFirst().text();
        var words = Words.content(text);
        var candidates = database.read(h -> h.attach(Store.class).latest(Sight.of(caller), ticketId, READ)).stream()
                .map(c -> new Scored(c, shared(words, c)))
                .filter(c -> c.score > 0)
                .sorted(best())
                .limit(COMPARED)
                .toList();
        return byMeaning(ticket.language(), text, candidates).stream()
                .limit(MOST)
                .map(c -> new SimilarTicket(
                        c.ticket.id(),
                        c.ticket.subject(),
                        c.ticket.status(),
                        Math.round(c.score * 1000) / 1000.0,
                        c.ticket.createdAt()))
                .toList();
    }

    private static Comparator<Scored> best() {
        return Comparator.comparingDouble((Scored c) -> -c.score).thenComparing(c -> -c.ticket.id());
    }

    private static double shared(Set<String> words, Candidate candidate) {
        var others = Words.content(candidate.subject() + ". " + candidate.text());
        long shared = others.stream().filter(words::contains).count();
        return words.isEmpty() || others.isEmpty() ? 0 : shared / Math.sqrt((double) words.size() * others.size());
    }

    private List<Scored> byMeaning(String language, String text, List<Scored> candidates) {
        var texts = candidates.stream()
                .map(c -> c.ticket.subject() + ". " + c.ticket.text())
                .toList();
        double[] close = similarity.of(language, text, texts);
        if (close == null) return candidates;
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Scored(candidates.get(i).ticket, close[i]))
                .sorted(best())
                .toList();
    }
}
