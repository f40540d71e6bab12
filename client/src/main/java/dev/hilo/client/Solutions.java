package dev.hilo.client;

import dev.hilo.api.FoundArticle;
import dev.hilo.api.SolutionArticle;
import dev.hilo.api.SolutionCategory;
import dev.hilo.api.SolutionFolder;

/** The help centre: categories hold folders, folders hold folders and articles. */
public final class Solutions extends Resource {

    Solutions(Raw raw) {
        super(raw);
    }

    /** {@code client.solutions().categories()} */
    public Pages<SolutionCategory> categories() {
        return pages("/solutions/categories", SolutionCategory.class);
    }

    /** {@code client.solutions().category(7)} */
    public SolutionCategory category(long id) {
        return one("/solutions/categories/" + id, SolutionCategory.class);
    }

    /** {@code client.solutions().folders(category.id())} */
    public Pages<SolutionFolder> folders(long category) {
        return pages("/solutions/categories/" + category + "/folders", SolutionFolder.class);
    }

    /** {@code client.solutions().subfolders(folder.id())} */
    public Pages<SolutionFolder> subfolders(long folder) {
        return pages("/solutions/folders/" + folder + "/subfolders", SolutionFolder.class);
    }

    /** {@code client.solutions().folder(7)} */
    public SolutionFolder folder(long id) {
        return one("/solutions/folders/" + id, SolutionFolder.class);
    }

    /** {@code client.solutions().articles(folder.id())} */
    public Pages<SolutionArticle> articles(long folder) {
        return pages("/solutions/folders/" + folder + "/articles", SolutionArticle.class);
    }

    /** {@code client.solutions().article(7)} */
    public SolutionArticle article(long id) {
        return one("/solutions/articles/" + id, SolutionArticle.class);
    }

    /** {@code client.solutions().createCategory(Map.of("name", "Parcels"))} */
    public SolutionCategory createCategory(Object body) {
        return post("/solutions/categories", body, SolutionCategory.class);
    }

    /** {@code client.solutions().updateCategory(7, Map.of("name", "Receiving"))} */
    public SolutionCategory updateCategory(long id, Object body) {
        return put("/solutions/categories/" + id, body, SolutionCategory.class);
    }

    /** {@code client.solutions().deleteCategory(7)} */
    public void deleteCategory(long id) {
        delete("/solutions/categories/" + id);
    }

    /** {@code client.solutions().createFolder(category.id(), Map.of("name", "Sending", "visibility", 1))} */
    public SolutionFolder createFolder(long category, Object body) {
        return post("/solutions/categories/" + category + "/folders", body, SolutionFolder.class);
    }

    /** {@code client.solutions().updateFolder(7, Map.of("name", "Receiving"))} */
    public SolutionFolder updateFolder(long id, Object body) {
        return put("/solutions/folders/" + id, body, SolutionFolder.class);
    }

    /** {@code client.solutions().deleteFolder(7)} */
    public void deleteFolder(long id) {
        delete("/solutions/folders/" + id);
    }

    /** {@code client.solutions().createArticle(folder.id(), Map.of("title", "How to send", "description", "…", "type", 1, "status", 2))} */
    public SolutionArticle createArticle(long folder, Object body) {
        return post("/solutions/folders/" + folder + "/articles", body, SolutionArticle.class);
    }

    /** {@code client.solutions().updateArticle(7, Map.of("title", "Receiving"))} */
    public SolutionArticle updateArticle(long id, Object body) {
        return put("/solutions/articles/" + id, body, SolutionArticle.class);
    }

    /** {@code client.solutions().deleteArticle(7)} */
    public void deleteArticle(long id) {
        delete("/solutions/articles/" + id);
    }

    /** The help centre in another of the account's languages: {@code client.solutions().in("es")}. */
    public TranslatedSolutions in(String language) {
        return new TranslatedSolutions(raw(), language);
    }

    /** Articles by their words: {@code client.solutions().search("late parcel")}. */
    public Pages<FoundArticle> search(String words) {
        return pages(Address.of("/search/solutions").with("term", words), FoundArticle.class);
    }
}
