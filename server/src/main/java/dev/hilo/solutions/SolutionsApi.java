package dev.hilo.solutions;

import dev.hilo.api.FieldError;
import dev.hilo.api.SaveSolutionArticle;
import dev.hilo.api.SaveSolutionCategory;
import dev.hilo.api.SaveSolutionFolder;
import dev.hilo.errors.Refusal;
import dev.hilo.solutions.Solutions.Translation;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.regex.Pattern;

/** {@code /api/v2/solutions} and {@code /api/v2/search/solutions} */
public final class SolutionsApi {

    /** The words to look for. */
    public record Search(String term) {}

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z]{2,4})?");

    private final Solutions solutions;

    public SolutionsApi(Solutions solutions) {
        this.solutions = solutions;
    }

    private static String own(Call call) {
        return call.account().language();
    }

    /** The language in the path. */
    private static String language(Call call, int segment) {
        String language = call.segment(segment);
        if (!LANGUAGE.matcher(language).matches()) throw new Refusal.NotFound();
        return language;
    }

    public Answer categories(Call call) {
        return Answer.page(solutions.categories(call.caller(), own(call), call.paging()));
    }

    public Answer categoriesIn(Call call) {
        return Answer.page(solutions.categories(call.caller(), language(call, 0), call.paging()));
    }

    public Answer category(Call call) {
        return Answer.ok(solutions.category(call.caller(), call.id(), own(call)));
    }

    public Answer categoryIn(Call call) {
        return Answer.ok(solutions.category(call.caller(), call.id(), language(call, 1)));
    }

    public Answer createCategory(Call call) {
        var category = solutions.createCategory(call.caller(), call.body(SaveSolutionCategory.class));
        return Answer.created("solutions/categories/" + category.id(), category);
    }

    public Answer updateCategory(Call call) {
        return Answer.ok(save(call, own(call), Translation.EXISTING));
    }

    public Answer translateCategory(Call call) {
        return Answer.created(
                "solutions/categories/" + call.id() + "/" + language(call, 1),
                save(call, language(call, 1), Translation.NEW));
    }

    public Answer updateCategoryIn(Call call) {
        return Answer.ok(save(call, language(call, 1), Translation.EXISTING));
    }

    private Object save(Call call, String language, Translation translation) {
        return solutions.saveCategory(
                call.caller(), call.id(), language, call.body(SaveSolutionCategory.class), translation);
    }

    public Answer deleteCategory(Call call) {
        solutions.deleteCategory(call.caller(), call.id());
        return Answer.done();
    }

    public Answer folders(Call call) {
        return Answer.page(solutions.folders(call.caller(), call.id(), own(call), call.paging()));
    }

    public Answer foldersIn(Call call) {
        return Answer.page(solutions.folders(call.caller(), call.id(), language(call, 1), call.paging()));
    }

    public Answer createFolder(Call call) {
        var folder = solutions.createFolder(call.caller(), call.id(), call.body(SaveSolutionFolder.class));
        return Answer.created("solutions/folders/" + folder.id(), folder);
    }

    public Answer folder(Call call) {
        return Answer.ok(solutions.folder(call.caller(), call.id(), own(call)));
    }

    public Answer folderIn(Call call) {
        return Answer.ok(solutions.folder(call.caller(), call.id(), language(call, 1)));
    }

    public Answer updateFolder(Call call) {
        return Answer.ok(saveFolder(call, own(call), Translation.EXISTING));
    }

    public Answer translateFolder(Call call) {
        return Answer.created(
                "solutions/folders/" + call.id() + "/" + language(call, 1),
                saveFolder(call, language(call, 1), Translation.NEW));
    }

    public Answer updateFolderIn(Call call) {
        return Answer.ok(saveFolder(call, language(call, 1), Translation.EXISTING));
    }

    private Object saveFolder(Call call, String language, Translation translation) {
        return solutions.saveFolder(
                call.caller(), call.id(), language, call.body(SaveSolutionFolder.class), translation);
    }

    public Answer deleteFolder(Call call) {
        solutions.deleteFolder(call.caller(), call.id());
        return Answer.done();
    }

    public Answer subfolders(Call call) {
        return Answer.page(solutions.subfolders(call.caller(), call.id(), own(call), call.paging()));
    }

    public Answer subfoldersIn(Call call) {
        return Answer.page(solutions.subfolders(call.caller(), call.id(), language(call, 1), call.paging()));
    }

    public Answer articles(Call call) {
        return Answer.page(solutions.articles(call.caller(), call.address(), call.id(), own(call), call.paging()));
    }

    public Answer articlesIn(Call call) {
        return Answer.page(
                solutions.articles(call.caller(), call.address(), call.id(), language(call, 1), call.paging()));
    }

    public Answer createArticle(Call call) {
        var article =
                solutions.createArticle(call.caller(), call.address(), call.id(), call.body(SaveSolutionArticle.class));
        return Answer.created("solutions/articles/" + article.id(), article);
    }

    public Answer article(Call call) {
        return Answer.ok(solutions.article(call.caller(), call.address(), call.id(), own(call)));
    }

    public Answer articleIn(Call call) {
        return Answer.ok(solutions.article(call.caller(), call.address(), call.id(), language(call, 1)));
    }

    public Answer updateArticle(Call call) {
        return Answer.ok(saveArticle(call, own(call), Translation.EXISTING));
    }

    public Answer translateArticle(Call call) {
        return Answer.created(
                "solutions/articles/" + call.id() + "/" + language(call, 1),
                saveArticle(call, language(call, 1), Translation.NEW));
    }

    public Answer updateArticleIn(Call call) {
        return Answer.ok(saveArticle(call, language(call, 1), Translation.EXISTING));
    }

    private Object saveArticle(Call call, String language, Translation translation) {
        return solutions.saveArticle(
                call.caller(), call.address(), call.id(), language, call.body(SaveSolutionArticle.class), translation);
    }

    public Answer deleteArticle(Call call) {
        solutions.deleteArticle(call.caller(), call.id());
        return Answer.done();
    }

    public Answer search(Call call) {
        String term = call.parameters(Search.class).term();
        if (term == null || term.isBlank()) throw new Refusal.Invalid(FieldError.missing("term", "String"));
        return Answer.page(solutions.search(call.caller(), term, call.paging()));
    }
}
