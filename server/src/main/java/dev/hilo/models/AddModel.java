package dev.hilo.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a model from a folder into an installation: its weights, its tokenizer and a card with their checksums, after it has
 * been tried on a sentence.
 */
public final class AddModel {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final List<String> WEIGHTS = List.of(
            ModelFiles.WEIGHTS,
            "model_quantized.onnx",
            "model_int8.onnx",
            "onnx/model_quantized.onnx",
            "onnx/model_int8.onnx",
            "onnx/model.onnx");

    private final Path models;

    /** @param models the folder of added ones */
    public AddModel(Path models) {
        this.models = models;
    }

    /**
     * @param card what is known of it; its dimension and checksums are found out
     * @throws ModelUnusable where it lacks a file or cannot be used
     */
    public ModelCard from(Path folder, ModelCard card) throws IOException {
        if (!ID.matcher(card.id()).matches() || card.id().equals(ModelCard.EMBEDDED.id())) {
            throw new ModelUnusable(
                    "its name must be of small letters, digits, dots and dashes, and not the embedded one's");
        }
        Path weights = weights(folder);
        Path tokenizer = required(folder.resolve(ModelFiles.TOKENIZER));
        Files.createDirectories(models);
        Path incoming = Files.createTempDirectory(models, ".adding-");
        try {
            Files.copy(weights, incoming.resolve(ModelFiles.WEIGHTS));
            Files.copy(tokenizer, incoming.resolve(ModelFiles.TOKENIZER));
            var tried = tried(incoming, card).withChecksums(checksums(incoming));
            Models.JSON.writeValue(incoming.resolve(Models.CARD).toFile(), tried);
            take(incoming, models.resolve(card.id()));
            return tried;
        } finally {
            delete(incoming);
        }
    }

    private static Path weights(Path folder) {
        return WEIGHTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new ModelUnusable("there is none of " + String.join(", ", WEIGHTS) + " in " + folder));
    }

    private static Path required(Path file) {
        if (!Files.isRegularFile(file)) throw new ModelUnusable("there is no " + file);
        return file;
    }

    private static ModelCard tried(Path folder, ModelCard card) throws IOException {
        try (var model = ModelFiles.in(folder).load(card)) {
            return card.ofDimension(model.embed("Where is my order?").length);
        }
    }

    private static Map<String, String> checksums(Path folder) throws IOException {
        var sums = new LinkedHashMap<String, String>();
        for (String file : List.of(ModelFiles.WEIGHTS, ModelFiles.TOKENIZER)) {
            sums.put(file, ModelFiles.sha256(folder.resolve(file)));
        }
        return sums;
    }

    /** What was there under the name is replaced. */
    private static void take(Path incoming, Path home) throws IOException {
        delete(home);
        Files.move(incoming, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
