package dev.hilo.portal;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.SaveSolutionArticle;
import dev.hilo.api.SaveSolutionCategory;
import dev.hilo.api.SaveSolutionFolder;
import dev.hilo.api.SolutionArticle;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.pages.Named;
import dev.hilo.pages.Pages;
import dev.hilo.pages.Phrases;
import dev.hilo.solutions.Solutions;
import dev.hilo.solutions.Solutions.Translation;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code /solutions}: where agents write the help centre. */
public final class SolutionPages {

    private static final int MOST = 1_000;

    /** @param q words to search for */
    public record Asked(@Bounds(200) String q) {}

    /** @param language to write in; the account's when absent */
    public record Wanted(@Bounds(20) String language) {}

    /** @param isCut whether there is more than is shown */
    public record ShelfPage(
            List<Named> categories,
            List<ShelfStore.Folder> folders,
            List<ShelfStore.Title> articles,
            String q,
            boolean isCut,
            int most) {

        public List<ShelfStore.Folder> foldersOf(long categoryId) {
            return folders.stream()
                    .filter(folder -> folder.categoryId() == categoryId)
                    .toList();
        }

        public List<ShelfStore.Title> articlesOf(long folderId) {
            return articles.stream()
                    .filter(article -> article.folderId() == folderId)
                    .toList();
        }
    }

    /**
     * @param action where the form goes
     * @param html clean, for the editor
     * @param status 1 draft, 2 published
     * @param languages to choose from; none for a new article
     * @param isNew whether there are no words in this language yet
     */
    public record EditPage(
            String action,
            String title,
            String html,
            int status,
            String language,
            List<String> languages,
            boolean isNew,
            List<FieldError> problems) {}

    /** A category to be made. */
    public record NewCategory(@Required @Bounds(255) String name) {}

    /** A folder to be made. */
    public record NewFolder(
            @Required @Bounds(255) String name,
            @Among({"1", "2", "3"}) String visibility) {}

    /** What the editor sends. */
    public record Written(
            @Bounds(255) String title,
            String body,
            @Among({"1", "2"}) String status,
            @Bounds(20) String language) {}

    private final Database database;
    private final Solutions solutions;
    private final Pages pages;

    public SolutionPages(Database database, Solutions solutions, Pages pages) {
        this.database = database;
        this.solutions = solutions;
        this.pages = pages;
    }

    public Answer shelf(Call call) {
        String asked = call.parameters(Asked.class).q();
        String q = asked == null ? "" : asked.strip();
        long account = call.account().accountId();
        String language = call.account().language();
        var page = database.read(h -> {
            var store = h.attach(ShelfStore.class);
            var articles = store.articles(account, language, PeoplePages.like(q), MOST + 1);
            boolean isCut = articles.size() > MOST;
            return new ShelfPage(
                    store.categories(account, language, MOST),
                    store.folders(account, language, MOST),
                    isCut ? articles.subList(0, MOST) : articles,
                    q,
                    isCut,
                    MOST);
        });
        return pages.page(call, "solutions/shelf", "solutions", "solutions.title", page);
    }

    public Answer createCategory(Call call) {
        var asked = call.body(NewCategory.class);
        solutions.createCategory(
                call.caller(), new SaveSolutionCategory(Patch.of(asked.name()), Patch.absent(), Patch.absent()));
        return new Answer.Redirect("/solutions");
    }

    public Answer createFolder(Call call) {
        var asked = call.body(NewFolder.class);
        var folder = new SaveSolutionFolder(
                Patch.of(asked.name()),
                Patch.absent(),
                asked.visibility() == null ? 1 : Integer.valueOf(asked.visibility()),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
        solutions.createFolder(call.caller(), call.id(), folder);
        return new Answer.Redirect("/solutions");
    }

    public Answer newArticle(Call call) {
        String language = call.account().language();
        solutions.folder(call.caller(), call.id(), language);
        String action = "/solutions/folders/" + call.id() + "/articles";
        return edit(call, 200, new EditPage(action, "", "", 1, language, List.of(), false, List.of()));
    }

    public Answer createArticle(Call call) {
        var written = call.body(Written.class);
        try {
            var made = solutions.createArticle(call.caller(), call.address(), call.id(), save(written));
            return new Answer.Redirect("/solutions/articles/" + made.id());
        } catch (Refusal.Invalid wrong) {
            String action = "/solutions/folders/" + call.id() + "/articles";
            return again(call, action, written, List.of(), wrong.errors);
        }
    }

    public Answer article(Call call) {
        String wanted = call.parameters(Wanted.class).language();
        String language = language(call, wanted);
        var own = solutions.article(
                call.caller(), call.address(), call.id(), call.account().language());
        var words = language.equals(call.account().language()) ? own : translated(call, language);
        var page = new EditPage(
                "/solutions/articles/" + call.id(),
                words == null ? "" : words.title(),
                words == null ? "" : Html.clean(words.description()),
                words == null ? 1 : words.status(),
                language,
                languages(call),
                words == null,
                List.of());
        return edit(call, 200, page);
    }

    public Answer saveArticle(Call call) {
        var written = call.body(Written.class);
        String language = language(call, written.language());
        String address = "/solutions/articles/" + call.id();
        try {
            var exists = language.equals(call.account().language()) || translated(call, language) != null;
            solutions.saveArticle(
                    call.caller(),
                    call.address(),
                    call.id(),
                    language,
                    save(written),
                    exists ? Translation.EXISTING : Translation.NEW);
            return new Answer.Redirect(address + "?language=" + language);
        } catch (Refusal.Invalid wrong) {
            return again(call, address, written, languages(call), wrong.errors);
        }
    }

    /** Null when nobody has translated it. */
    private SolutionArticle translated(Call call, String language) {
        try {
            return solutions.article(call.caller(), call.address(), call.id(), language);
        } catch (Refusal.NotFound none) {
            return null;
        }
    }

    private static SaveSolutionArticle save(Written written) {
        return new SaveSolutionArticle(
                Patch.of(written.title()),
                Patch.of(written.body() == null || Html.toText(written.body()).isBlank() ? null : written.body()),
                null,
                written.status() == null ? 1 : Integer.valueOf(written.status()),
                Patch.absent(),
                Patch.absent(),
                null,
                null,
                null);
    }

    /** The form once more, with what was written and what was wrong with it. */
    private Answer again(Call call, String action, Written written, List<String> languages, List<FieldError> problems) {
        var page = new EditPage(
                action,
                written.title() == null ? "" : written.title(),
                written.body() == null ? "" : Html.clean(written.body()),
                "2".equals(written.status()) ? 2 : 1,
                language(call, written.language()),
                languages,
                false,
                problems);
        return edit(call, 400, page);
    }

    private Answer edit(Call call, int status, EditPage page) {
        var html = (Answer.Html) pages.page(call, "solutions/edit", "solutions", "solutions.title", page);
        return new Answer.Html(status, html.body(), Map.of(), List.of());
    }

    private static List<String> languages(Call call) {
        var all = new TreeSet<>(Phrases.LANGUAGES);
        all.add(call.account().language());
        return List.copyOf(all);
    }

    private static String language(Call call, String wanted) {
        if (wanted == null) return call.account().language();
        if (!languages(call).contains(wanted)) throw new Refusal.NotFound();
        return wanted;
    }
}
