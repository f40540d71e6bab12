package dev.hilo.client;

import dev.hilo.api.SolutionArticle;
import dev.hilo.api.SolutionCategory;
import dev.hilo.api.SolutionFolder;

/** The help centre in one language. */
public final class TranslatedSolutions extends Resource {

    private final String language;

    TranslatedSolutions(Raw raw, String language) {
        super(raw);
        this.language = "/" + language;
    }

    /** {@code client.solutions().in("es").categories()} */
    public Pages<SolutionCategory> categories() {
        return pages("/solutions/categories" + language, SolutionCategory.class);
    }

    /** {@code client.solutions().in("es").folders(category.id())} */
    public Pages<SolutionFolder> folders(long category) {
        return pages("/solutions/categories/" + category + "/folders" + language, SolutionFolder.class);
    }

    /** {@code client.solutions().in("es").subfolders(folder.id())} */
    public Pages<SolutionFolder> subfolders(long folder) {
        return pages("/solutions/folders/" + folder + "/subfolders" + language, SolutionFolder.class);
    }

    /** {@code client.solutions().in("es").articles(folder.id())} */
    public Pages<SolutionArticle> articles(long folder) {
        return pages("/solutions/folders/" + folder + "/articles" + language, SolutionArticle.class);
    }

    /** {@code client.solutions().in("es").category(7)} */
    public SolutionCategory category(long id) {
        return one("/solutions/categories/" + id + language, SolutionCategory.class);
    }

    /** Says it in this language: {@code client.solutions().in("es").translateCategory(7, Map.of("name", "Envíos"))}. */
    public SolutionCategory translateCategory(long id, Object body) {
        return post("/solutions/categories/" + id + language, body, SolutionCategory.class);
    }

    /** {@code client.solutions().in("es").updateCategory(7, Map.of("name", "Paquetes"))} */
    public SolutionCategory updateCategory(long id, Object body) {
        return put("/solutions/categories/" + id + language, body, SolutionCategory.class);
    }

    /** {@code client.solutions().in("es").folder(7)} */
    public SolutionFolder folder(long id) {
        return one("/solutions/folders/" + id + language, SolutionFolder.class);
    }

    /** Says it in this language: {@code client.solutions().in("es").translateFolder(7, Map.of("name", "Envíos"))}. */
    public SolutionFolder translateFolder(long id, Object body) {
        return post("/solutions/folders/" + id + language, body, SolutionFolder.class);
    }

    /** {@code client.solutions().in("es").updateFolder(7, Map.of("name", "Paquetes"))} */
    public SolutionFolder updateFolder(long id, Object body) {
        return put("/solutions/folders/" + id + language, body, SolutionFolder.class);
    }

    /** {@code client.solutions().in("es").article(7)} */
    public SolutionArticle article(long id) {
        return one("/solutions/articles/" + id + language, SolutionArticle.class);
    }

    /** Says it in this language: {@code client.solutions().in("es").translateArticle(7, Map.of("title", "Envíos"))}. */
    public SolutionArticle translateArticle(long id, Object body) {
        return post("/solutions/articles/" + id + language, body, SolutionArticle.class);
    }

    /** {@code client.solutions().in("es").updateArticle(7, Map.of("title", "Paquetes"))} */
    public SolutionArticle updateArticle(long id, Object body) {
        return put("/solutions/articles/" + id + language, body, SolutionArticle.class);
    }
}
