package dev.hilo.answers.draft;

import dev.hilo.answers.language.LanguageModel;
import dev.hilo.answers.voice.Voice;

/**
 * What a decision is made with.
 *
 * @param house the name of the company
 * @param signer who signs
 * @param gate the confidence below which nothing is proposed
 * @param model null to select instead of writing
 */
public record Configuration(
        String house,
        String signer,
        Voice voice,
        double gate,
        Passages.Audience audience,
        LanguageModel model,
        Similarity similarity) {

    public static final double USUAL_GATE = 0.7;

    Configuration forTeam() {
        return new Configuration(house, signer, voice, gate, Passages.Audience.TEAM, model, similarity);
    }
}
