package dev.hilo.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private static final String UNIGRAM = """
            {"added_tokens":[{"id":0,"content":"<s>"},{"id":1,"content":"</s>"}],
             "post_processor":{"single":[{"SpecialToken":{"id":"<s>"}},{"Sequence":{}},{"SpecialToken":{"id":"</s>"}}]},
             %s"model":{"type":"Unigram","unk_id":2,"vocab":[["<s>",0],["</s>",0],["<unk>",0],["▁",-3],["▁re",-4],
               ["fund",-4],["▁refund",-9],["f",-6],["fi",-5],["i",-6],["n",-6],["▁fin",-9]]}}""";

    @Test
    void wordPieceCutsAsTheReferenceDoes() throws IOException {
        try (var in = getClass().getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            var tokenizer = TokenizerFile.tokenizer(in);

            assertThat(tokenizer.encode("Hello, world!", 512)).containsExactly(101, 7592, 1010, 2088, 999, 102);
            assertThat(tokenizer.encode("  CAFÉ\u0000\tnaïve ", 512)).containsExactly(101, 7668, 15743, 102);
            assertThat(tokenizer.encode("embeddings", 512)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
            assertThat(tokenizer.encode("[CLS]", 512)).containsExactly(101, 1031, 18856, 2015, 1033, 102);
            assertThat(tokenizer.encode("a".repeat(101), 512)).containsExactly(101, 100, 102);
            assertThat(tokenizer.encode("hello ".repeat(600), 512)).hasSize(512).endsWith(7592, 102);
            assertThat(tokenizer.encode("", 512)).containsExactly(101, 102);
        }
    }

    @Test
    void unigramTakesTheMostProbableCut() throws IOException {
        var tokenizer = tokenizer("");

        assertThat(tokenizer.encode("refund", 512)).as("-8 beats -9").containsExactly(0, 4, 5, 1);
        assertThat(tokenizer.encode("fin", 512)).as("-9 beats -3 -5 -6").containsExactly(0, 11, 1);
        assertThat(tokenizer.encode(" refund \n fin", 512)).containsExactly(0, 4, 5, 11, 1);
        assertThat(tokenizer.encode("refund 日本", 512))
                .as("letters unknown in a row are one piece")
                .containsExactly(0, 4, 5, 3, 2, 1);
        assertThat(tokenizer.encode("</s>", 512)).containsExactly(0, 3, 2, 1);
        assertThat(tokenizer.encode("refund ".repeat(600), 64)).hasSize(64).endsWith(1);
        assertThat(tokenizer.encode("  ", 512)).containsExactly(0, 1);
    }

    @Test
    void lettersAreReplacedAsTheModelsMapSays() throws IOException {
        var map = "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"%s\"},"
                .formatted(mapOfTheLigature("fi"));

        assertThat(tokenizer(map).encode("ﬁn", 512)).containsExactly(0, 11, 1);
        assertThat(tokenizer(map).encode("ﬂ", 512)).as("not in the map").containsExactly(0, 3, 2, 1);
        assertThatThrownBy(() -> tokenizer(map.replace("AAA", "A!A")))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherKindIsRefused() {
        var bpe = "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0}}}";

        assertThatThrownBy(() -> TokenizerFile.tokenizer(stream(bpe)))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("BPE");
    }

    private static Tokenizer tokenizer(String normalizer) throws IOException {
        return TokenizerFile.tokenizer(stream(UNIGRAM.formatted(normalizer)));
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A double array of one word, the three bytes of ﬁ; each node's children lie from a multiple of 256 on. */
    private static String mapOfTheLigature(String replacement) {
        byte[] word = "ﬁ".getBytes(StandardCharsets.UTF_8);
        int[] trie = new int[1280];
        trie[0] = 256 << 10;
        int base = 256;
        for (int i = 0; i < word.length; i++) {
            int label = word[i] & 0xFF;
            int node = base ^ label;
            int next = base + 256;
            boolean last = i == word.length - 1;
            trie[node] = label | (node ^ next) << 10 | (last ? 1 << 8 : 0);
            base = next;
        }
        trie[base] = 1 << 31;
        byte[] tail = (replacement + "\0").getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(4 + 4 * trie.length + tail.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(4 * trie.length);
        for (int unit : trie) bytes.putInt(unit);
        return Base64.getEncoder().encodeToString(bytes.put(tail).array());
    }
}
