package dev.hilo.solutions;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.FoundArticle;
import dev.hilo.api.Patch;
import dev.hilo.api.SaveSolutionArticle;
import dev.hilo.api.SaveSolutionCategory;
import dev.hilo.api.SaveSolutionFolder;
import dev.hilo.api.SolutionArticle;
import dev.hilo.api.SolutionCategory;
import dev.hilo.api.SolutionFolder;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The help centre: categories hold folders, folders hold articles; each has words in one language or more. */
public final class Solutions {

    private static final int DRAFT = 1;

    private final Database database;
    private final Attachments attachments;
    private final Clock clock;

    public Solutions(Database database, Attachments attachments, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    private static SolutionStore store(Handle handle) {
        return handle.attach(SolutionStore.class);
    }

    public Page<SolutionCategory> categories(Caller caller, String language, Paging paging) {
        var rows =
                database.read(h -> store(h).categories(caller.accountId(), language, paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(SolutionViews::category);
    }

    public SolutionCategory category(Caller caller, long id, String language) {
        return SolutionViews.category(database.read(h -> store(h).category(caller.accountId(), id, language))
                .orElseThrow(Refusal.NotFound::new));
    }

    public SolutionCategory createCategory(Caller caller, SaveSolutionCategory asked) {
        requireText("name", asked.name());
        var now = clock.instant();
        long id = database.write(h -> {
            long made = store(h).insertCategory(caller.accountId(), orEmpty(asked.visibleInPortals()), now);
            saveCategoryText(h, caller, made, caller.account().language(), asked, "");
            return made;
        });
        return category(caller, id, caller.account().language());
    }

    /** Changes a category's words in one language; in a language that it does not have yet they are made. */
    public SolutionCategory saveCategory(
            Caller caller, long id, String language, SaveSolutionCategory asked, Translation translation) {
        database.run(h -> {
            var original = store(h).category(
                            caller.accountId(), id, caller.account().language())
                    .orElseThrow(Refusal.NotFound::new);
            var before = store(h).category(caller.accountId(), id, language);
            translation.check(before.isPresent());
            if (before.isEmpty()) requireText("name", asked.name());
            var portals = asked.visibleInPortals().or(original.visibleInPortals());
            store(h).updateCategory(caller.accountId(), id, portals, clock.instant());
            var words = new SaveSolutionCategory(
                    Patch.of(asked.name().or(before.map(b -> b.title()).orElse(null))),
                    Patch.of(asked.description()
                            .or(before.map(b -> b.description()).orElse(""))),
                    asked.visibleInPortals());
            requireText("name", words.name());
            saveCategoryText(h, caller, id, language, words, "");
        });
        return category(caller, id, language);
    }

    private void saveCategoryText(
            Handle h, Caller caller, long id, String language, SaveSolutionCategory asked, String none) {
        String description =
                asked.description().hasValue() ? asked.description().value() : none;
        var text = new SolutionStore.Text(
                "category", id, language, asked.name().value(), description, "", null, null, null);
        store(h).saveText(caller.accountId(), text, clock.instant());
    }

    public void deleteCategory(Caller caller, long id) {
        database.run(h -> {
            attachments.delete(
                    h, caller.accountId(), Owner.ARTICLE, store(h).articlesOfCategory(caller.accountId(), id));
            if (store(h).deleteCategory(caller.accountId(), id) == 0) throw new Refusal.NotFound();
            store(h).sweepTexts(caller.accountId());
        });
    }

    public Page<SolutionFolder> folders(Caller caller, long categoryId, String language, Paging paging) {
        return database.read(h -> {
            store(h).category(caller.accountId(), categoryId, caller.account().language())
                    .orElseThrow(Refusal.NotFound::new);
            var rows = store(h).folders(caller.accountId(), categoryId, language, paging.limit(), paging.offset());
            return Page.of(rows, paging).map(row -> SolutionViews.folder(row, language));
        });
    }

    public Page<SolutionFolder> subfolders(Caller caller, long parentId, String language, Paging paging) {
        requireFolder(caller, parentId);
        var rows = database.read(
                h -> store(h).subfolders(caller.accountId(), parentId, language, paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(row -> SolutionViews.folder(row, language));
    }

    private SolutionStore.FolderRow requireFolder(Caller caller, long id) {
        return database.read(h ->
                        store(h).folder(caller.accountId(), id, caller.account().language()))
                .orElseThrow(Refusal.NotFound::new);
    }

    public SolutionFolder folder(Caller caller, long id, String language) {
        return SolutionViews.folder(
                database.read(h -> store(h).folder(caller.accountId(), id, language))
                        .orElseThrow(Refusal.NotFound::new),
                language);
    }

    public SolutionFolder createFolder(Caller caller, long categoryId, SaveSolutionFolder asked) {
        requireText("name", asked.name());
        String language = caller.account().language();
        long id = database.write(h -> {
            store(h).category(caller.accountId(), categoryId, language).orElseThrow(Refusal.NotFound::new);
            checkParent(h, caller, categoryId, asked.parentFolderId());
            checkCompanies(h, caller, asked.companyIds());
            long made = store(h).insertFolder(
                            caller.accountId(),
                            categoryId,
                            asked.parentFolderId().value(),
                            asked.visibility() == null ? 1 : asked.visibility(),
                            orEmpty(asked.companyIds()),
                            orEmpty(asked.contactSegmentIds()),
                            orEmpty(asked.companySegmentIds()),
                            clock.instant());
            saveFolderText(
                    h,
                    caller,
                    made,
                    language,
                    asked.name().value(),
                    asked.description().or(""));
            return made;
        });
        return folder(caller, id, language);
    }

    private static void checkParent(Handle h, Caller caller, long categoryId, Patch<Long> parent) {
        if (!parent.hasValue()) return;
        boolean fits = store(h).folder(
                        caller.accountId(), parent.value(), caller.account().language())
                .filter(folder -> folder.categoryId() == categoryId)
                .isPresent();
        if (!fits) throw new Refusal.Invalid(FieldError.unknown("parent_folder_id", "folder"));
    }

    private static void checkCompanies(Handle h, Caller caller, Patch<List<Long>> companies) {
        if (companies.hasValue() && !store(h).hasCompanies(caller.accountId(), companies.value())) {
            throw new Refusal.Invalid(FieldError.unknown("company_ids", "company"));
        }
    }

    public SolutionFolder saveFolder(
            Caller caller, long id, String language, SaveSolutionFolder asked, Translation translation) {
        var original = requireFolder(caller, id);
        database.run(h -> {
            var before = store(h).folder(caller.accountId(), id, language);
            translation.check(before.isPresent());
            var name = Patch.of(asked.name().or(before.map(b -> b.title()).orElse(null)));
            requireText("name", name);
            checkCompanies(h, caller, asked.companyIds());
            move(h, caller, original, asked.parentFolderId());
            store(h).updateFolder(
                            caller.accountId(),
                            id,
                            asked.visibility() == null ? original.visibility() : asked.visibility(),
                            asked.companyIds().or(original.companyIds()),
                            asked.contactSegmentIds().or(original.contactSegmentIds()),
                            asked.companySegmentIds().or(original.companySegmentIds()),
                            clock.instant());
            String description =
                    asked.description().or(before.map(b -> b.description()).orElse(""));
            saveFolderText(h, caller, id, language, name.value(), description);
        });
        return folder(caller, id, language);
    }

    private static void move(Handle h, Caller caller, SolutionStore.FolderRow folder, Patch<Long> parent) {
        if (!parent.isPresent()) return;
        checkParent(h, caller, folder.categoryId(), parent);
        if (parent.hasValue()
                && store(h).foldersInside(caller.accountId(), folder.id()).contains(parent.value())) {
            throw new Refusal.Invalid(FieldError.invalid("parent_folder_id", "It should not be inside the folder"));
        }
        store(h).moveFolder(caller.accountId(), folder.id(), parent.value());
    }

    private void saveFolderText(Handle h, Caller caller, long id, String language, String name, String description) {
        var text = new SolutionStore.Text(
                "folder", id, language, name, description == null ? "" : description, "", null, null, null);
        store(h).saveText(caller.accountId(), text, clock.instant());
    }

    public void deleteFolder(Caller caller, long id) {
        database.run(h -> {
            attachments.delete(h, caller.accountId(), Owner.ARTICLE, store(h).articlesOf(caller.accountId(), id));
            if (store(h).deleteFolder(caller.accountId(), id) == 0) throw new Refusal.NotFound();
            store(h).sweepTexts(caller.accountId());
        });
    }

    public Page<SolutionArticle> articles(
            Caller caller, Address address, long folderId, String language, Paging paging) {
        requireFolder(caller, folderId);
        return database.read(h -> {
            var page = Page.of(
                    store(h).articles(caller.accountId(), folderId, language, paging.limit(), paging.offset()), paging);
            var ids = page.items().stream().map(row -> row.id()).toList();
            var files = attachments.of(h, caller.accountId(), Owner.ARTICLE, ids, address);
            return page.map(row -> SolutionViews.article(row, files.getOrDefault(row.id(), List.of()), language));
        });
    }

    public SolutionArticle article(Caller caller, Address address, long id, String language) {
        return database.read(h -> {
            var row = store(h).article(caller.accountId(), id, language).orElseThrow(Refusal.NotFound::new);
            var files = attachments.of(h, caller.accountId(), Owner.ARTICLE, id, address);
            return SolutionViews.article(row, files, language);
        });
    }

    public SolutionArticle createArticle(Caller caller, Address address, long folderId, SaveSolutionArticle asked) {
        requireFolder(caller, folderId);
        var problems = new Problems();
        problems.addIf(isBlank(asked.title()), FieldError.missing("title", "String"));
        problems.addIf(isBlank(asked.description()), FieldError.missing("description", "String"));
        problems.addIf(
                asked.status() == null,
                new FieldError("status", "It should be one of these values: '1,2'", "missing_field"));
        problems.refuse();
        String language = caller.account().language();
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            long id = database.write(h -> {
                long made = store(h).insertArticle(
                                caller.accountId(),
                                folderId,
                                asked.type() == null ? 1 : asked.type(),
                                orEmpty(asked.tags()),
                                clock.instant());
                checkReferences(h, caller, asked);
                saveArticleText(h, caller, made, language, asked, null);
                attachments.attach(h, caller.accountId(), Owner.ARTICLE, made, null, staged, clock.instant(), address);
                return made;
            });
            return article(caller, address, id, language);
        }
    }

    private static void checkReferences(Handle h, Caller caller, SaveSolutionArticle asked) {
        long account = caller.accountId();
        var problems = new Problems();
        problems.addIf(
                asked.agentId() != null && !store(h).hasAgent(account, asked.agentId()),
                FieldError.unknown("agent_id", "agent"));
        problems.addIf(
                asked.folderId() != null
                        && store(h).folder(
                                        account,
                                        asked.folderId(),
                                        caller.account().language())
                                .isEmpty(),
                FieldError.unknown("folder_id", "folder"));
        problems.refuse();
    }

    public SolutionArticle saveArticle(
            Caller caller,
            Address address,
            long id,
            String language,
            SaveSolutionArticle asked,
            Translation translation) {
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            database.run(h -> {
                var original = store(h).article(
                                caller.accountId(), id, caller.account().language())
                        .orElseThrow(Refusal.NotFound::new);
                var before = store(h).article(caller.accountId(), id, language).orElse(null);
                translation.check(before != null);
                checkReferences(h, caller, asked);
                store(h).updateArticle(
                                caller.accountId(),
                                id,
                                asked.folderId() == null ? original.folderId() : asked.folderId(),
                                asked.type() == null ? original.type() : asked.type(),
                                asked.tags().or(original.tags()),
                                clock.instant());
                saveArticleText(h, caller, id, language, asked, before);
                attachments.attach(h, caller.accountId(), Owner.ARTICLE, id, null, staged, clock.instant(), address);
            });
            return article(caller, address, id, language);
        }
    }

    /** Descriptions of articles are not wrapped, unlike those of tickets. */
    private void saveArticleText(
            Handle h,
            Caller caller,
            long id,
            String language,
            SaveSolutionArticle asked,
            SolutionStore.ArticleRow before) {
        String title = asked.title().or(before == null ? null : before.title());
        String sent = asked.description().or(before == null ? null : before.description());
        var problems = new Problems();
        problems.addIf(title == null || title.isBlank(), FieldError.missing("title", "String"));
        problems.addIf(sent == null || sent.isBlank(), FieldError.missing("description", "String"));
        problems.refuse();
        String html = sent.indexOf('<') < 0 ? sent : Html.clean(sent);
        int status = asked.status() != null ? asked.status() : before == null ? DRAFT : before.status();
        Long agent =
                asked.agentId() != null ? asked.agentId() : before == null ? (Long) caller.agentId() : before.agentId();
        var seo = asked.seoData().or(before == null ? null : before.seoData());
        var text = new SolutionStore.Text("article", id, language, title, html, Html.toText(html), status, agent, seo);
        store(h).saveText(caller.accountId(), text, clock.instant());
    }

    public void deleteArticle(Caller caller, long id) {
        database.run(h -> {
            attachments.delete(h, caller.accountId(), Owner.ARTICLE, List.of(id));
            if (store(h).deleteArticle(caller.accountId(), id) == 0) throw new Refusal.NotFound();
            store(h).sweepTexts(caller.accountId());
        });
    }

    public Page<FoundArticle> search(Caller caller, String term, Paging paging) {
        String language = caller.account().language();
        String like = "%" + term.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        var rows = database.read(
                h -> store(h).search(caller.accountId(), language, term, like, paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(row -> SolutionViews.found(row, language));
    }

    private static void requireText(String field, Patch<String> text) {
        if (isBlank(text)) throw new Refusal.Invalid(FieldError.missing(field, "String"));
    }

    private static boolean isBlank(Patch<String> text) {
        return !text.hasValue() || text.value().isBlank();
    }

    private static <T> List<T> orEmpty(Patch<List<T>> list) {
        return list.hasValue() ? list.value() : List.of();
    }

    /** Whether words in a language are to be made, to be changed, or either. */
    public enum Translation {
        NEW,
        EXISTING;

        void check(boolean exists) {
            if (this == NEW && exists) {
                throw new Refusal.Duplicate(new FieldError(
                        "language", "There is a translation in this language already", "duplicate_value"));
            }
            if (this == EXISTING && !exists) throw new Refusal.NotFound();
        }
    }
}
