package dev.hilo.api;

import java.util.List;

/**
 * Changes of how drafts are worded in one language. A null goes back to what was measured.
 *
 * @param greeting a line, with {@code {name}} for the customer's first name
 * @param signOff lines, with {@code {agent}} for who signs
 */
public record UpdateVoice(
        @Required @Bounds(5) String language,
        @Bounds(200) Patch<String> greeting,
        @Bounds(500) Patch<String> signOff,

        @Among({"tu", "usted", "formal", "casual", "neutral"})
        Patch<String> formality,

        Patch<Integer> sentenceWords,
        @Bounds(50) Patch<List<String>> wordsUsed,
        @Bounds(50) Patch<List<String>> wordsAvoided) {}
