package dev.hilo.answers.voice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.hilo.answers.text.Words;
import java.util.List;

/**
 * How a house writes in one language.
 *
 * @param greeting a line, with {@code {name}} for the customer's first name
 * @param signOff lines, with {@code {agent}} for who signs
 * @param formality {@code tu}, {@code usted}, {@code formal}, {@code casual} or {@code neutral}
 * @param sentenceWords how many words the middle sentence has
 * @param wordsUsed turns of phrase that come back
 * @param wordsAvoided those that never come
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Voice(
        String language,
        String greeting,
        String signOff,
        String formality,
        int sentenceWords,
        List<String> wordsUsed,
        List<String> wordsAvoided) {

    /** Before anything is known of a house. */
    public static Voice usual(String language) {
        return language.equals("es")
                ? new Voice("es", "Hola, {name}:", "Un saludo,\n{agent}", "neutral", 16, List.of(), List.of())
                : new Voice(language, "Hi {name},", "Kind regards,\n{agent}", "neutral", 16, List.of(), List.of());
    }

    /** @param firstName null when it is not known */
    public String greet(String firstName) {
        if (firstName != null && !firstName.isBlank()) return greeting.replace("{name}", firstName.strip());
        return greeting.replaceAll(",?\\s*\\{name}", "");
    }

    public String sign(String agent) {
        return signOff.replace("{agent}", agent).strip();
    }

    /** Whether a line is a greeting or a farewell of any house, and no part of an answer. */
    public static boolean isCourtesy(String sentence) {
        String plain = String.join(" ", Words.of(sentence));
        return plain.length() < 90 && plain.matches(COURTESY);
    }

    private static final String COURTESY =
            "(?:(?:hi|hello|hey|dear|hola|buenos dias|buenas tardes|buenas|estimad[oa]s?|apreciad[oa])\\b.*"
                    + "|(?:kind|best|warm|many)? ?(?:regards|wishes)\\b.*|(?:all the best|sincerely|cheers|yours)\\b.*"
                    + "|(?:un )?(?:cordial )?(?:saludos?|abrazo)\\b.*|atentamente.*|muchas gracias.*|gracias por (?:escribir|contactar|avisar|tu|su|vuestr).*"
                    + "|(?:many )?(?:thank you|thanks)\\b(?: (?:for|so much|very much|again).*)?"
                    + "|(?:i|we) (?:hope|am|are|m|re) (?:this helps|that helps|happy to help|here to help|sorry).{0,40}"
                    + "|(?:no problem|of course|happy to help|claro que si|sin problema|por supuesto|encantad[oa]s? de ayudar).{0,20}"
                    + "|(?:please )?(?:let (?:us|me) know|feel free to).{0,60}|(?:lamento|sentimos|siento|lamentamos) (?:mucho )?(?:las molestias|el inconveniente).{0,20}"
                    + "|(?:quedo|quedamos|estamos) a (?:tu|su|vuestra) disposicion.*|espero que (?:te|le|os) (?:ayude|sirva).*)";
}
