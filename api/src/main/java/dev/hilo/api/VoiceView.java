package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/**
 * How the team writes in one language; see {@link UpdateVoice}.
 *
 * @param replies how many of the team's replies it was measured on
 * @param edited the fields that people changed; the others are as measured
 */
public record VoiceView(
        String language,
        int replies,
        String greeting,
        String signOff,
        String formality,
        int sentenceWords,
        List<String> wordsUsed,
        List<String> wordsAvoided,
        List<String> edited,
        Instant measuredAt,
        Instant updatedAt) {}
