package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was once said to somebody else, without what is about him. */
final class PastReply {

    private static final Pattern HIDDEN = Pattern.compile("\\[[A-Z]+(?:_[0-9A-Z]+)?]");
    private static final Pattern CONTACT = Pattern.compile("\\S@\\S|\\d(?:[ ().-]{0,2}\\d){6,}");

    private PastReply() {}

    /** The passage as it may be used for a ticket. */
    static Passage general(Passage passage, String saidByCustomer) {
        if (!passage.isPastReply()) return passage;
        String text = Sentences.of(passage.text()).stream()
                .filter(sentence -> !Voice.isCourtesy(sentence))
                .filter(sentence -> !tellsOfAnother(sentence, saidByCustomer))
                .collect(Collectors.joining("\n"));
        return passage.withText(text);
    }

    /** Whether it names something that the customer has not: a number, a code, an amount, a contact, what was hidden. */
    private static boolean tellsOfAnother(String sentence, String own) {
        if (HIDDEN.matcher(sentence).find() || CONTACT.matcher(sentence).find()) return true;
        var known = Words.numbers(own);
        return Grounding.codes(sentence).stream().anyMatch(code -> !own.contains(code))
                || Words.numbers(sentence).stream().anyMatch(n -> n.length() > 3 && !known.contains(n));
    }
}
