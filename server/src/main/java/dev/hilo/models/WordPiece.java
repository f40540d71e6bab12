package dev.hilo.models;

import java.text.Normalizer;
import java.util.Map;

/** BERT's tokenizer: words and marks, each cut into the longest known pieces from its beginning on. */
final class WordPiece implements Tokenizer {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;
    private final boolean lowercase;
    private final boolean stripAccents;
    private final int first;
    private final int last;
    private final int unknown;

    private WordPiece(TokenizerFile file, boolean lowercase, boolean stripAccents) {
        this.ids = file.ids();
        this.lowercase = lowercase;
        this.stripAccents = stripAccents;
        this.first = file.id("[CLS]");
        this.last = file.id("[SEP]");
        this.unknown = file.id(file.model().path("unk_token").asText("[UNK]"));
    }

    static WordPiece of(TokenizerFile file) {
        var normalizer = file.rest().path("normalizer");
        boolean lowercase = normalizer.path("lowercase").asBoolean(true);
        return new WordPiece(file, lowercase, normalizer.path("strip_accents").asBoolean(lowercase));
    }

    @Override
    public int[] encode(String text, int atMost) {
        var out = new Pieces(atMost - 1);
        out.add(first);
        String clean = normalized(text);
        int word = -1;
        for (int i = 0; i < clean.length() && !out.full(); ) {
            int c = clean.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean mark = isMark(c) || isIdeograph(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || mark) {
                if (word >= 0) cut(clean.substring(word, i), out);
                word = -1;
                if (mark) cut(clean.substring(i, next), out);
            } else if (word < 0) {
                word = i;
            }
            i = next;
        }
        if (word >= 0 && !out.full()) cut(clean.substring(word), out);
        return out.endedWith(last);
    }

    private void cut(String word, Pieces out) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            out.add(unknown);
            return;
        }
        int mark = out.size();
        for (int start = 0; start < word.length(); ) {
            int end = word.length();
            Integer id = null;
            while (end > start && id == null) {
                String piece = word.substring(start, end);
                id = ids.get(start == 0 ? piece : "##" + piece);
                if (id == null) end--;
            }
            if (id == null) {
                out.cutTo(mark);
                out.add(unknown);
                return;
            }
            out.add(id);
            start = end;
        }
    }

    private String normalized(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0 && c != 0xFFFD && !isControl(c)).forEach(clean::appendCodePoint);
        String plain = clean.toString();
        if (stripAccents) plain = withoutAccents(plain);
        return lowercase ? plain.toLowerCase(java.util.Locale.ROOT) : plain;
    }

    private static String withoutAccents(String text) {
        var bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isControl(int c) {
        if (c == '\t' || c == '\n' || c == '\r') return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) return true;
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }
}
