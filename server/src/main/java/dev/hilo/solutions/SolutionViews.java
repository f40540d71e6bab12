package dev.hilo.solutions;

import dev.hilo.api.Attachment;
import dev.hilo.api.FoundArticle;
import dev.hilo.api.Json;
import dev.hilo.api.SolutionArticle;
import dev.hilo.api.SolutionCategory;
import dev.hilo.api.SolutionFolder;
import dev.hilo.api.SolutionLevel;
import dev.hilo.solutions.SolutionStore.ArticleRow;
import dev.hilo.solutions.SolutionStore.CategoryRow;
import dev.hilo.solutions.SolutionStore.FolderRow;
import java.util.List;
import java.util.Locale;

/** The help centre as the wire shows it. */
final class SolutionViews {

    private SolutionViews() {}

    static SolutionCategory category(CategoryRow c) {
        return new SolutionCategory(
                c.id(),
                c.title(),
                nullIfEmpty(c.description()),
                c.createdAt(),
                c.updatedAt(),
                c.visibleInPortals(),
                null);
    }

    static SolutionFolder folder(FolderRow f, String language) {
        return new SolutionFolder(
                f.id(),
                f.title(),
                nullIfEmpty(f.description()),
                f.categoryId(),
                f.articlesCount(),
                f.createdAt(),
                f.updatedAt(),
                null,
                f.parentFolderId(),
                f.subFoldersCount(),
                List.of(level(0, "category", f.categoryId(), f.categoryName(), language)),
                f.visibility(),
                f.visibility() == 4 ? f.companyIds() : null,
                f.visibility() == 6 ? f.contactSegmentIds() : null,
                f.visibility() == 7 ? f.companySegmentIds() : null);
    }

    static SolutionArticle article(ArticleRow a, List<Attachment> files, String language) {
        return new SolutionArticle(
                a.id(),
                a.type(),
                a.status(),
                a.agentId(),
                a.createdAt(),
                a.categoryId(),
                a.folderId(),
                a.title(),
                a.updatedAt(),
                a.description(),
                a.descriptionText(),
                a.seoData() == null ? Json.MAPPER.createObjectNode() : a.seoData(),
                a.tags(),
                files,
                List.of(),
                a.thumbsUp(),
                a.thumbsDown(),
                a.hits(),
                a.suggested(),
                a.feedbackCount(),
                hierarchy(a, language));
    }

    static FoundArticle found(ArticleRow a, String language) {
        String slug = a.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new FoundArticle(
                a.id(),
                a.type(),
                a.categoryId(),
                a.folderId(),
                hierarchy(a, language),
                a.folderVisibility(),
                a.agentId(),
                a.id() + "-" + slug,
                a.updatedAt(),
                a.agentId(),
                language.startsWith("es") ? 11 : 6,
                a.title(),
                a.status(),
                a.createdAt(),
                a.updatedAt(),
                a.description(),
                a.descriptionText(),
                a.categoryName(),
                a.folderName());
    }

    private static List<SolutionLevel> hierarchy(ArticleRow a, String language) {
        return List.of(
                level(0, "category", a.categoryId(), a.categoryName(), language),
                level(1, "folder", a.folderId(), a.folderName(), language));
    }

    private static SolutionLevel level(int level, String type, long id, String name, String language) {
        return new SolutionLevel(level, type, new SolutionLevel.Data(id, name, language));
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
