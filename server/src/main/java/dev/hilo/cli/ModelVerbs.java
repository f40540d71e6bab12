package dev.hilo.cli;

import dev.hilo.models.AddModel;
import dev.hilo.models.ModelCard;
import dev.hilo.models.ModelUnusable;
import dev.hilo.models.Models;
import dev.hilo.models.Pooling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "model",
        description = "Add and list the models that texts are understood with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add | list)")
public final class ModelVerbs {

    @Spec
    CommandSpec spec;

    /** What a model's files do not say about it. */
    static final class CardOptions {
        @Option(names = "--id", paramLabel = "NAME", description = "Its name; that of the folder if not said")
        String id;

        @Option(
                names = "--languages",
                required = true,
                split = ",",
                paramLabel = "CODE",
                description = "Those it serves well, such as es,en,pt")
        List<String> languages;

        @Option(
                names = "--pooling",
                defaultValue = "mean",
                paramLabel = "HOW",
                description = "How its tokens make one vector: mean, cls; mean if not said")
        Pooling pooling;

        @Option(
                names = "--query-prefix",
                defaultValue = "",
                paramLabel = "TEXT",
                description = "Put before a question, such as 'query: ' for the E5 family")
        String queryPrefix;

        @Option(
                names = "--passage-prefix",
                defaultValue = "",
                paramLabel = "TEXT",
                description = "Put before a passage, such as 'passage: ' for the E5 family")
        String passagePrefix;

        @Option(
                names = "--max-tokens",
                defaultValue = "512",
                paramLabel = "N",
                description = "Of a text; 512 if not said")
        int maxTokens;

        ModelCard card(Path folder) {
            String name = id == null
                    ? folder.toAbsolutePath().normalize().getFileName().toString()
                    : id;
            if (maxTokens < 8 || maxTokens > 8192) throw new Refused("--max-tokens must be from 8 to 8192");
            return new ModelCard(name, 0, maxTokens, pooling, queryPrefix, passagePrefix, languages, Map.of());
        }
    }

    @Command(
            name = "add",
            description =
                    "Add a model from a folder with its model.onnx and tokenizer.json; a server takes it up at its start.",
            mixinStandardHelpOptions = true)
    void add(
            @Mixin HomeOption home,
            @Mixin CardOptions options,
            @Parameters(paramLabel = "FOLDER", description = "Where its files lie") Path folder)
            throws IOException {
        var models = home.config().home().resolve(Models.FOLDER);
        try {
            var card = new AddModel(models).from(folder, options.card(folder));
            print("Added " + line(card));
        } catch (ModelUnusable unusable) {
            throw new Refused("The model in " + folder + " cannot be used: " + unusable.getMessage());
        }
    }

    @Command(name = "list", description = "Show the models that there are.", mixinStandardHelpOptions = true)
    void list(@Mixin HomeOption home) throws Exception {
        try (var models = new Models(home.config().home().resolve(Models.FOLDER))) {
            models.list().forEach(card -> print(line(card)));
        }
    }

    private static String line(ModelCard card) {
        return "%-32s %4d dimensions  %s".formatted(card.id(), card.dimension(), String.join(",", card.languages()));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
