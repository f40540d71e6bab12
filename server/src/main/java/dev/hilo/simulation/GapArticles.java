package dev.hilo.simulation;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.SaveSolutionArticle;
import dev.hilo.api.SolutionArticle;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.solutions.Solutions;
import dev.hilo.web.Address;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Turns what a simulation found missing into an article that nobody sees yet, for a person to finish. */
public final class GapArticles {

    /** A folder of the help centre. Public for its mapping. */
    public record Folder(long id, String name) {}

    interface Store {
        @SqlQuery("""
                select f.id, x.title as name
                from solution_folders f
                join solution_texts x on x.account_id = f.account_id and x.kind = 'folder' and x.id = f.id
                  and x.language = :language
                where f.account_id = :accountId order by x.title, f.id limit 200
                """)
        @RegisterConstructorMapper(Folder.class)
        List<Folder> folders(long accountId, String language);
    }

    private static final int UNPUBLISHED = 1;
    private static final int LONGEST_TITLE = 200;

    private final Database database;
    private final Simulations simulations;
    private final Solutions solutions;

    public GapArticles(Database database, Simulations simulations, Solutions solutions) {
        this.database = database;
        this.simulations = simulations;
        this.solutions = solutions;
    }

    List<Folder> folders(Caller caller) {
        String language = caller.account().language();
        return database.read(h -> h.attach(Store.class).folders(caller.accountId(), language));
    }

    /** @param place of the gap in the report at that gate, from 1 */
    SolutionArticle draft(Caller caller, Address address, long id, long place, Double gate, Long folderId) {
        var gaps = simulations.report(caller.accountId(), id, gate).gaps();
        if (place < 1 || place > gaps.size()) throw new Refusal.NotFound();
        if (folderId == null) throw new Refusal.Invalid(FieldError.missing("folder_id", "Integer"));
        if (folders(caller).stream().noneMatch(folder -> folder.id() == folderId)) {
            throw new Refusal.Invalid(FieldError.unknown("folder_id", "folder"));
        }
        var gap = gaps.get((int) place - 1);
        String subject =
                gap.subject() == null || gap.subject().isBlank() ? String.join(" ", gap.words()) : gap.subject();
        var article = new SaveSolutionArticle(
                Patch.of(subject.substring(0, Math.min(LONGEST_TITLE, subject.length()))),
                Patch.of(html(gap)),
                null,
                UNPUBLISHED,
                Patch.absent(),
                Patch.absent(),
                null,
                null,
                List.of());
        return solutions.createArticle(caller, address, folderId, article);
    }

    private static String html(Gap gap) {
        String text = gap.article().isBlank() ? gap.example() : gap.article();
        return Arrays.stream(text.split("\n\n"))
                .map(paragraph -> "<p>" + Html.escape(paragraph) + "</p>")
                .collect(Collectors.joining());
    }
}
