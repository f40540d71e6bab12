package dev.hilo.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedding models of an installation: the embedded one, and those added to the folder {@code models} of its home, a
 * folder each. They are found when they are first asked for, and loaded when they are first used.
 */
public final class Models implements AutoCloseable {

    /** In the home. */
    public static final String FOLDER = "models";

    static final String CARD = "hilo-model.json";
    static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final Path folder;
    private final Workers workers = new Workers();
    private List<LazyModel> found;

    /** @param folder of the added ones; it need not exist */
    public Models(Path folder) {
        this.folder = folder;
    }

    public EmbeddingModel embedded() {
        return all().getFirst();
    }

    /** The embedded one, then the added ones by name. */
    public List<ModelCard> list() {
        return all().stream().map(LazyModel::card).toList();
    }

    public Optional<EmbeddingModel> find(String id) {
        return all().stream().filter(model -> model.id().equals(id)).findFirst().map(model -> model);
    }

    /** The one for texts of a language: an added one that names it comes first; empty where none serves it. */
    public Optional<EmbeddingModel> forLanguage(String language) {
        var serving =
                all().stream().filter(model -> model.card().serves(language)).toList();
        return serving.isEmpty() ? Optional.empty() : Optional.of(serving.getLast());
    }

    private synchronized List<LazyModel> all() {
        if (found == null) {
            found = new ArrayList<>();
            found.add(new LazyModel(ModelCard.EMBEDDED, ModelFiles::embedded, workers));
            for (var card : added(folder)) {
                found.add(new LazyModel(card, ModelFiles.in(folder.resolve(card.id())), workers));
            }
        }
        return found;
    }

    private static List<ModelCard> added(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve(CARD)))
                    .sorted()
                    .flatMap(each -> card(each).stream())
                    .toList();
        } catch (IOException e) {
            throw new ModelUnusable("the folder " + folder + " cannot be read", e);
        }
    }

    /** A folder whose card cannot be read is passed over: a server starts without it. */
    private static Optional<ModelCard> card(Path folder) {
        try {
            var card = JSON.readValue(folder.resolve(CARD).toFile(), ModelCard.class);
            if (folder.endsWith(card.id())) return Optional.of(card);
            LOG.warn("The folder {} holds a model of another name, {}", folder, card.id());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The model in {} cannot be used", folder, e);
        }
        return Optional.empty();
    }

    @Override
    public synchronized void close() throws InterruptedException {
        workers.close();
        if (found != null) found.forEach(LazyModel::close);
    }
}
