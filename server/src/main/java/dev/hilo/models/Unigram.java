package dev.hilo.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * SentencePiece's unigram tokenizer, as multilingual models have it: of all ways to cut a text into known pieces the most
 * probable one (Viterbi). Spaces are part of the pieces, written ▁.
 */
final class Unigram implements Tokenizer {

    private static final char SPACE = '▁';
    /** How much less probable than the least probable piece a letter is that no piece has. */
    private static final float UNKNOWN_PENALTY = 10;
    /** Far more letters than the pieces that any model takes. */
    private static final int LONGEST_TEXT = 20_000;

    private final Map<String, Integer> ids;
    private final float[] scores;
    private final CharacterMap characters;
    private final int[] before;
    private final int[] after;
    private final int unknown;
    private final float unknownScore;
    private final int longestPiece;

    private Unigram(TokenizerFile file, CharacterMap characters) {
        this.ids = withoutSpecial(file);
        this.scores = file.scores();
        this.characters = characters;
        this.before = file.around(true);
        this.after = file.around(false);
        this.unknown = file.model().path("unk_id").asInt(0);
        float least = Float.MAX_VALUE;
        for (float score : scores) least = Math.min(least, score);
        this.unknownScore = least - UNKNOWN_PENALTY;
        this.longestPiece = ids.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    static Unigram of(TokenizerFile file) {
        return new Unigram(file, characterMap(file.rest().path("normalizer")));
    }

    /** A text that spells a special piece out must not make one. */
    private static Map<String, Integer> withoutSpecial(TokenizerFile file) {
        var ids = new HashMap<>(file.ids());
        file.rest()
                .path("added_tokens")
                .forEach(token -> ids.remove(token.path("content").asText()));
        return ids;
    }

    /** That of the normalizer, alone or among the steps of a sequence. */
    private static CharacterMap characterMap(JsonNode normalizer) {
        String map = normalizer.path("precompiled_charsmap").asText("");
        for (var step : normalizer.path("normalizers")) {
            if (map.isEmpty()) map = step.path("precompiled_charsmap").asText("");
        }
        return map.isEmpty() ? null : CharacterMap.of(map);
    }

    @Override
    public int[] encode(String text, int atMost) {
        String pieces = normalized(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var out = new Pieces(atMost - after.length);
        for (int id : before) out.add(id);
        if (!pieces.isEmpty()) cut(pieces, out);
        return out.endedWith(after);
    }

    private String normalized(String text) {
        String plain = characters == null ? Normalizer.normalize(text, Normalizer.Form.NFKC) : characters.map(text);
        String single = plain.replaceAll("[\\s\\p{Z}]+", " ").strip();
        return single.isEmpty() ? "" : SPACE + single.replace(' ', SPACE);
    }

    private void cut(String text, Pieces out) {
        int length = text.length();
        float[] best = new float[length + 1];
        int[] from = new int[length + 1];
        int[] piece = new int[length + 1];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int start = 0; start < length; start += Character.charCount(text.codePointAt(start))) {
            extend(text, start, best, from, piece);
        }
        int[] starts = new int[length];
        int count = 0;
        for (int end = length; end > 0; end = from[end]) starts[count++] = end;
        boolean wasUnknown = false;
        for (int i = count - 1; i >= 0; i--) {
            int id = piece[starts[i]];
            if (id != unknown || !wasUnknown) out.add(id);
            wasUnknown = id == unknown;
        }
    }

    private void extend(String text, int start, float[] best, int[] from, int[] piece) {
        int letter = start + Character.charCount(text.codePointAt(start));
        boolean known = false;
        for (int end = letter; end <= Math.min(text.length(), start + longestPiece); end++) {
            Integer id = ids.get(text.substring(start, end));
            if (id == null || id >= scores.length) continue;
            known |= end == letter;
            improve(start, end, id, scores[id], best, from, piece);
        }
        if (!known) improve(start, letter, unknown, unknownScore, best, from, piece);
    }

    private static void improve(int start, int end, int id, float score, float[] best, int[] from, int[] piece) {
        if (best[start] + score <= best[end]) return;
        best[end] = best[start] + score;
        from[end] = start;
        piece[end] = id;
    }
}
