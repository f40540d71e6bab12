package dev.hilo.simulation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.hilo.answers.draft.Decision;

/**
 * What a past ticket came to.
 *
 * @param question what the customer wanted to know
 * @param reply what people answered
 * @param confidence of the draft, gate or no gate; 0 where there was nothing to draft from
 * @param right how likely the draft says what the reply says, from 0 to 1
 * @param answerable how likely what was known at the time holds what the reply says
 * @param abstains whether the judge could not tell, because the reply says too little
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Replayed(
        String topic,
        String language,
        String subject,
        String question,
        String reply,
        Decision decision,
        double confidence,
        double right,
        double answerable,
        boolean abstains) {}
