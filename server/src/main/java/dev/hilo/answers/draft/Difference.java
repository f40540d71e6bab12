package dev.hilo.answers.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;

/** What was kept of a text, taken out and put in, by words. */
final class Difference {

    private static final int MOST_WORDS = 1500;

    private Difference() {}

    /** {@code {"kept": 0.8, "runs": [{"kept": "…"}, {"out": "…"}, {"in": "…"}]}}; the share is that of the longer text. */
    static JsonNode of(String before, String after) {
        var a = words(before);
        var b = words(after);
        int[][] common = common(a, b);
        var node = JsonNodeFactory.instance.objectNode();
        int longer = Math.max(a.size(), b.size());
        node.put("kept", longer == 0 ? 1.0 : Math.round(100.0 * common[0][0] / longer) / 100.0);
        var runs = node.putArray("runs");
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                append(runs, "kept", a.get(i++));
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                append(runs, "out", a.get(i++));
            } else {
                append(runs, "in", b.get(j++));
            }
        }
        return node;
    }

    private static List<String> words(String text) {
        var words = Arrays.stream(text.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private static void append(ArrayNode runs, String kind, String word) {
        var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.has(kind)) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) last)
                    .put(kind, last.get(kind).asText() + " " + word);
        } else {
            runs.addObject().put(kind, word);
        }
    }

    /** How many words the rests from each place on have in common, in order. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
