package dev.hilo.answers;

import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.text.Words;
import dev.hilo.db.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The published articles of the help centre, by shared words alone. */
final class LibraryPassages implements Passages {

    /** Public for its mapping. */
    public record Found(long id, String language, String title, String text, double score) {}

    interface Store {
        @SqlQuery("""
                select x.id, x.language, x.title, x.description_text as text,
                       ts_rank(to_tsvector('simple', x.title || ' ' || x.description_text), q.q, 1) as score
                from to_tsquery('simple', :query) q,
                     solution_texts x
                join solution_articles a on a.account_id = x.account_id and a.id = x.id
                join solution_folders f on f.account_id = a.account_id and f.id = a.folder_id
                where x.account_id = :accountId and x.kind = 'article' and x.status = 2 and x.language = :language
                  and (f.visibility = 1 or not :isForCustomers)
                  and x.updated_at <= coalesce(:asOf::timestamptz, 'infinity')
                  and to_tsvector('simple', x.title || ' ' || x.description_text) @@ q.q
                order by score desc, x.id
                limit :most
                """)
        @RegisterConstructorMapper(Found.class)
        List<Found> search(
                long accountId, String query, String language, boolean isForCustomers, Instant asOf, int most);
    }

    private static final int MOST_WORDS = 30;
    private static final int COMPARED = 12;

    private final Database database;
    private final Similarity similarity;

    LibraryPassages(Database database, Similarity similarity) {
        this.database = database;
        this.similarity = similarity;
    }

    @Override
    public List<Passage> find(Asked asked) {
        String query = Words.content(asked.text()).stream()
                .filter(stem -> stem.matches("[a-z0-9]+"))
                .limit(MOST_WORDS)
                .map(stem -> stem + ":*")
                .reduce((a, b) -> a + " | " + b)
                .orElse("");
        if (query.isEmpty()) return List.of();
        var found = database.read(h -> h.attach(Store.class)
                .search(
                        asked.accountId(),
                        query,
                        asked.language(),
                        asked.audience() == Audience.CUSTOMERS,
                        asked.asOf(),
                        COMPARED));
        double[] close = close(asked, found);
        return IntStream.range(0, found.size())
                .mapToObj(i -> passage(found.get(i), close == null ? null : close[i]))
                .sorted(Comparator.comparingDouble(
                        (Passage p) -> -(p.similarity() == null ? p.score() : p.similarity())))
                .limit(asked.most())
                .toList();
    }

    /** To the title or to the whole, whichever is closer: a title is often the question itself. */
    private double[] close(Asked asked, List<Found> found) {
        var titles = found.stream().map(Found::title).toList();
        var wholes = found.stream().map(f -> f.title() + "\n" + f.text()).toList();
        double[] ofTitle = similarity.of(asked.language(), asked.text(), titles);
        double[] ofWhole = similarity.of(asked.language(), asked.text(), wholes);
        if (ofTitle == null || ofWhole == null) return null;
        return IntStream.range(0, ofTitle.length)
                .mapToDouble(i -> Math.max(ofTitle[i], ofWhole[i]))
                .toArray();
    }

    private static Passage passage(Found f, Double similarity) {
        return new Passage(
                "article " + f.id() + " " + f.language(),
                "article",
                f.title(),
                null,
                f.language(),
                f.text(),
                f.score(),
                similarity);
    }
}
