package dev.hilo.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hilo.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

    @TempDir
    Path home;

    private Models models;

    @AfterEach
    void close() throws InterruptedException {
        if (models != null) models.close();
    }

    @Test
    void theEmbeddedModelPutsTextsOfOneMeaningTogether() {
        models = new Models(home.resolve("absent"));
        var model = models.embedded();

        float[] asked = model.query("How do I get my money back?");
        float[] refund = model.passage("Refunds are paid within five days.");
        float[] weather = model.passage("It will rain in Lisbon tomorrow.");

        assertThat(asked).hasSize(model.dimension()).hasSize(384);
        assertThat(EmbeddingModel.cosine(asked, asked)).isCloseTo(1, within(1e-4f));
        assertThat(EmbeddingModel.cosine(asked, refund)).isGreaterThan(EmbeddingModel.cosine(asked, weather) + 0.1f);
        assertThat(model.passages(List.of("It will rain in Lisbon tomorrow.", "Refunds are paid within five days.")))
                .as("in their order, the same as one by one")
                .containsExactly(weather, refund);
        assertThat(models.forLanguage("en-GB")).contains(model);
        assertThat(models.forLanguage("es")).isEmpty();
    }

    @Test
    void anAddedModelServesItsLanguages() throws IOException {
        var card = add("tiny");
        models = new Models(home.resolve("models"));

        assertThat(card.dimension()).isEqualTo(2);
        assertThat(models.list()).extracting(ModelCard::id).containsExactly("bge-small-en-v1.5-q", "tiny");
        var model = models.forLanguage("es").orElseThrow();
        assertThat(model.card()).isEqualTo(card);
        assertThat(EmbeddingModel.cosine(model.query("mi pedido"), model.passage("la orden")))
                .isGreaterThan(0.9f);
        assertThat(EmbeddingModel.cosine(model.query("mi pedido"), model.passage("la factura")))
                .isLessThan(0.1f);
        assertThat(model.passage("")).as("of a text without a piece").containsOnly(0);
    }

    @Test
    void addingItAgainReplacesIt() throws IOException {
        add("tiny");
        add("tiny");

        try (var folders = Files.list(home.resolve("models"))) {
            assertThat(folders).containsExactly(home.resolve("models/tiny"));
        }
    }

    @Test
    void whatIsNotTheModelThatWasAddedIsRefused() throws IOException {
        add("tiny");
        var weights = home.resolve("models/tiny/model.onnx");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);
        models = new Models(home.resolve("models"));

        assertThatThrownBy(() -> models.find("tiny").orElseThrow().query("pedido"))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("model.onnx is not the one that was added");
    }

    @Test
    void aFolderWithoutAModelIsRefusedAndLeavesNothing() throws IOException {
        var source = Files.createDirectories(home.resolve("source"));
        assertThatThrownBy(() -> adding("tiny", source)).hasMessageContaining("there is none of model.onnx");
        TinyModel.write(source);
        Files.writeString(source.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> adding("tiny", source)).hasMessageContaining("its file cannot be loaded");
        assertThatThrownBy(() -> adding("../tiny", source)).hasMessageContaining("small letters");

        try (var left = Files.list(home.resolve("models"))) {
            assertThat(left).isEmpty();
        }
    }

    private ModelCard add(String id) throws IOException {
        return adding(id, TinyModel.write(home.resolve("source")));
    }

    private ModelCard adding(String id, Path source) throws IOException {
        var card = new ModelCard(id, 0, 64, Pooling.MEAN, "", "", List.of("es", "pt"), Map.of());
        return new AddModel(home.resolve("models")).from(source, card);
    }
}
