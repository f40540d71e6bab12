package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes out of a passage the two or three sentences that answer. */
final class Selection {

    private static final int MOST = 3;
    private static final int MOST_COMPARED = 10;

    private record Scored(int place, String text, double score) {}

    private Selection() {}

    static List<String> of(TicketSoFar ticket, Passage passage, Similarity similarity) {
        String question = ticket.question();
        var sentences = usable(ticket, passage);
        if (sentences.size() <= MOST) return sentences;
        var asked = Words.content(question);
        double[] close =
                sentences.size() <= MOST_COMPARED ? similarity.of(ticket.language(), question, sentences) : null;
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> new Scored(i, sentences.get(i), score(asked, sentences.get(i), i, close)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(Scored::place))
                .map(Scored::text)
                .toList();
    }

    private static double score(Set<String> asked, String sentence, int place, double[] close) {
        var words = Words.content(sentence);
        long shared = words.stream().filter(asked::contains).count();
        double overlap = words.isEmpty() ? 0 : shared / Math.sqrt(words.size());
        return overlap + (close == null ? 0 : 2 * close[place]) + 0.3 / (1 + place);
    }

    /** Not what greets; of an answer to somebody else, not what is about him. */
    private static List<String> usable(TicketSoFar ticket, Passage passage) {
        var usable = new ArrayList<String>();
        String own = ticket.saidByCustomer();
        for (String sentence : Sentences.of(passage.text())) {
            if (Voice.isCourtesy(sentence) || sentence.endsWith("?") && passage.isPastReply()) continue;
            if (passage.isPastReply() && tellsOfAnother(sentence, own)) continue;
            usable.add(sentence);
        }
        return usable;
    }

    private static boolean tellsOfAnother(String sentence, String own) {
        if (sentence.matches(".*\\[[A-Z]+(?:_[0-9A-Z]+)?].*")) return true;
        var known = Words.numbers(own);
        return Grounding.codes(sentence).stream().anyMatch(code -> !own.contains(code))
                || Words.numbers(sentence).stream().anyMatch(n -> n.length() > 3 && !known.contains(n));
    }
}
