package dev.hilo.client;

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
}
