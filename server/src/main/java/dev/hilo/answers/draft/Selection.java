package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
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
        var sentences = usable(passage);
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

    private static List<String> usable(Passage passage) {
        return Sentences.of(passage.text()).stream()
                .filter(sentence -> !Voice.isCourtesy(sentence))
                .filter(sentence -> !(sentence.endsWith("?") && passage.isPastReply()))
                .toList();
    }
}
