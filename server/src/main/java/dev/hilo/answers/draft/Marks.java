package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What people keep of drafts and what they take out, a sentence at a time; what they do not want is not proposed again. */
final class Marks {

    private Marks() {}

    /** @param sent the text that went out */
    static void settle(DraftStore store, long accountId, DraftRow draft, String sent, Instant now) {
        String kept = plain(sent);
        var lines = draft.decided().lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text();
            store.markSentence(accountId, draft.id(), i, digest(line), kept.contains(plain(line)), now);
        }
    }

    /** The passages without the sentences that people take out of drafts more often than not. */
    static List<Passage> wanted(DraftStore store, long accountId, List<Passage> passages) {
        Set<String> digests = new HashSet<>();
        for (var passage : passages) Sentences.of(passage.text()).forEach(sentence -> digests.add(digest(sentence)));
        if (digests.isEmpty()) return passages;
        var unwanted = new HashSet<>(store.unwanted(accountId, List.copyOf(digests)));
        if (unwanted.isEmpty()) return passages;
        return passages.stream()
                .map(passage -> passage.without(sentence -> unwanted.contains(digest(sentence))))
                .filter(passage -> !passage.text().isBlank())
                .toList();
    }

    private static String plain(String text) {
        return " " + String.join(" ", Words.of(text)) + " ";
    }

    private static String digest(String sentence) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(plain(sentence).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
