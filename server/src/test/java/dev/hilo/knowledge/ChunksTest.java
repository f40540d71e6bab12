package dev.hilo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.knowledge.Document.Chunk;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void each_section_is_a_piece_that_names_it() {
        assertThat(
                        Chunks.ofHtml(
                                "Returns",
                                "<p>In short.</p><h2>Parcels</h2><p>One.</p><ul><li>Two</li></ul><h2>Pallets</h2><p>Three.</p>"))
                .containsExactly(
                        new Chunk("Returns", "In short."),
                        new Chunk("Returns – Parcels", "One.\nTwo"),
                        new Chunk("Returns – Pallets", "Three."));
    }

    @Test
    void headings_are_found_however_deep() {
        assertThat(Chunks.ofHtml(
                        "T", "<div><div><h3>A</h3><p>One.</p></div><section><h3>B</h3><p>Two.</p></section></div>"))
                .containsExactly(new Chunk("T – A", "One."), new Chunk("T – B", "Two."));
    }

    @Test
    void what_is_long_is_cut_behind_a_sentence() {
        var chunks = Chunks.ofText("T", "A sentence of eight words is this one. ".repeat(100));
        assertThat(chunks).hasSizeBetween(4, 6).allSatisfy(chunk -> {
            assertThat(chunk.text().length()).isLessThanOrEqualTo(1200);
            assertThat(chunk.text()).endsWith("one.").startsWith("A sentence");
        });
    }

    @Test
    void a_text_without_a_single_space_ends_too() {
        assertThat(Chunks.ofText("T", "x".repeat(5000))).hasSize(5);
        assertThat(Chunks.ofText("T", "")).isEmpty();
        assertThat(Chunks.ofHtml("T", "<img src=x>")).isEmpty();
    }
}
