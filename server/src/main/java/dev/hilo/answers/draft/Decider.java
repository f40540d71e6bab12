package dev.hilo.answers.draft;

import dev.hilo.answers.draft.Decision.Cited;
import dev.hilo.answers.draft.Decision.Dropped;
import dev.hilo.answers.draft.Decision.Kind;
import dev.hilo.answers.draft.Decision.Line;
import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Written;
import dev.hilo.answers.masking.Mask;
import dev.hilo.answers.text.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Decides what to answer to a ticket. It writes nothing, and with the same ticket, knowledge and configuration it decides the
 * same, as far as the language model does.
 */
public final class Decider {

    /** Changes with whatever changes decisions. */
    public static final String VERSION = "2";

    private static final int MOST_PASSAGES = 6;
    /** Where words alone are compared, past replies that repeat the question crowd out what answers it. */
    private static final int ASKED_FOR = 48;

    private static final int EXCERPT = 300;

    public Decision decide(TicketSoFar ticket, Passages knowledge, Configuration configuration) {
        return new Case(ticket, configuration).decide(knowledge);
    }

    /** One decision while it is made. */
    private static final class Case {
        private final TicketSoFar ticket;
        private final Configuration configuration;
        private final List<String> why = new ArrayList<>();
        private final List<Dropped> dropped = new ArrayList<>();
        private List<Passage> passages = List.of();
        private double confidence;
        private double cost;
        private boolean fellBack;

        Case(TicketSoFar ticket, Configuration configuration) {
            this.ticket = ticket;
            this.configuration = configuration;
        }

        Decision decide(Passages knowledge) {
            String question = ticket.question();
            if (PersonWanted.in(question)) {
                why.add("The customer asks for a person");
                return done(Kind.PERSON, List.of(new Line(Wording.person(ticket.language()), List.of())), null, 1);
            }
            var asked = new Passages.Asked(
                    ticket.accountId(),
                    question,
                    ticket.language(),
                    configuration.audience(),
                    ticket.asOf(),
                    ASKED_FOR);
            String said = ticket.saidByCustomer();
            passages = best(question, knowledge.find(asked)).stream()
                    .map(passage -> PastReply.general(passage, said).without(Poison::isPoison))
                    .filter(passage -> !passage.text().isBlank())
                    .toList();
            confidence = passages.stream()
                    .mapToDouble(p -> Confidence.of(question, p))
                    .max()
                    .orElse(0);
            if (confidence < configuration.gate()) return unknown(tooFar(), null);
            if (configuration.model() == null) return selected(question);
            try {
                return written();
            } catch (Failed e) {
                fellBack = true;
                why.add("The language model gave no answer ("
                        + e.failure().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "), so sentences were selected");
                return selected(question);
            }
        }

        /** By meaning as they come; by words alone the house's own texts before what was once said to somebody. */
        private static List<Passage> best(String question, List<Passage> found) {
            boolean isOfMeaning = found.stream().anyMatch(p -> p.similarity() != null);
            var order = Comparator.comparingDouble((Passage p) -> -Confidence.of(question, p));
            var ordered = isOfMeaning ? found.stream() : found.stream().sorted(order);
            return ordered.limit(MOST_PASSAGES).toList();
        }

        private String tooFar() {
            if (passages.isEmpty()) return "Nothing that is known has to do with the question";
            return "The nearest that is known, “%s”, answers with a confidence of %.2f; %.2f is needed"
                    .formatted(passages.getFirst().title(), confidence, configuration.gate());
        }

        private Decision unknown(String reason, String question) {
            why.add(reason);
            String asked = question == null ? Wording.question(ticket, passages) : question;
            return done(Kind.UNKNOWN, List.of(), asked, confidence);
        }

        /** The sentences of the passage one is surest of; the house's own texts before what was once said to somebody. */
        private Decision selected(String question) {
            var best = IntStream.range(0, passages.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer place) -> -rank(question, passages.get(place))))
                    .toList();
            for (int place : best) {
                var passage = passages.get(place);
                if (Confidence.of(question, passage) < configuration.gate()) continue;
                var sentences = Selection.of(ticket, passage, configuration.similarity());
                if (sentences.isEmpty()) continue;
                why.add("Selected from “%s”".formatted(passage.title()));
                var lines = sentences.stream()
                        .map(s -> new Line(s, List.of(place + 1)))
                        .toList();
                return done(Kind.SELECTED, lines, null, Confidence.of(question, passage));
            }
            return unknown("What is near tells of other customers alone", null);
        }

        private static double rank(String question, Passage passage) {
            return Confidence.of(question, passage) - (passage.isPastReply() ? 0.02 : 0);
        }

        private Decision written() throws Failed {
            var model = configuration.model();
            var names = ticket.requester() == null ? List.<String>of() : List.of(ticket.requester());
            var mask = new Mask(names);
            Written written = model.write(Prompt.of(ticket, passages, configuration, mask));
            cost = written.cost();
            var answer = ModelAnswer.read(written.text());
            var grounding = new Grounding(ticket, passages, configuration);
            if (!answer.answered()) {
                String question = answer.question() == null ? null : mask.restore(answer.question());
                boolean isHarmless =
                        question != null && question.endsWith("?") && isHarmless(grounding, question, mask);
                return unknown("The language model finds no answer in what is known", isHarmless ? question : null);
            }
            var kept = kept(answer, grounding, mask);
            if (kept.isEmpty())
                return unknown("Nothing that the language model wrote is supported by what is known", null);
            int all = kept.size() + dropped.size();
            why.add("Written by %s; %d of %d sentences rest on what is known"
                    .formatted(model.name(), kept.size(), all));
            return done(Kind.WRITTEN, kept, null, confidence * kept.size() / all);
        }

        private static boolean isHarmless(Grounding grounding, String question, Mask mask) {
            String fault = grounding.fault(question);
            return !mask.isUnresolved(question) && (fault == null || fault.equals(Grounding.UNSUPPORTED));
        }

        private List<Line> kept(ModelAnswer answer, Grounding grounding, Mask mask) {
            var kept = new ArrayList<Line>();
            for (var line : answer.sentences()) {
                for (String sentence : Sentences.of(mask.restore(line.text()))) {
                    String fault = mask.isUnresolved(sentence) ? Grounding.CONTACT : grounding.fault(sentence);
                    if (fault != null) dropped.add(new Dropped(sentence, fault));
                    else kept.add(new Line(sentence, cited(line)));
                }
            }
            return kept.stream().allMatch(line -> dev.hilo.answers.voice.Voice.isCourtesy(line.text()))
                    ? List.of()
                    : kept;
        }

        private List<Integer> cited(Line line) {
            return line.passages().stream()
                    .filter(number -> number >= 1 && number <= passages.size())
                    .distinct()
                    .toList();
        }

        private Decision done(Kind kind, List<Line> lines, String question, double sureness) {
            boolean isAnswer = kind == Kind.SELECTED || kind == Kind.WRITTEN;
            boolean isOfMeaning = passages.stream().anyMatch(p -> p.similarity() != null);
            if (isAnswer && !isOfMeaning) why.add("Found by shared words alone: to be read by a person");
            return new Decision(
                    kind,
                    ticket.language(),
                    lines.isEmpty() ? "" : whole(lines),
                    lines,
                    cited(),
                    sureness,
                    configuration.gate(),
                    isAnswer && isOfMeaning && sureness >= configuration.gate() && dropped.isEmpty() && !fellBack,
                    List.copyOf(why),
                    question,
                    List.copyOf(dropped),
                    VERSION,
                    cost);
        }

        private String whole(List<Line> lines) {
            var voice = configuration.voice();
            String middle = String.join(" ", lines.stream().map(Line::text).toList());
            return voice.greet(ticket.firstName()) + "\n\n" + middle + "\n\n" + voice.sign(configuration.signer());
        }

        private List<Cited> cited() {
            return IntStream.range(0, passages.size())
                    .mapToObj(i -> {
                        var p = passages.get(i);
                        String excerpt =
                                p.text().substring(0, Math.min(EXCERPT, p.text().length()));
                        return new Cited(i + 1, p.id(), p.kind(), p.title(), p.address(), excerpt, p.similarity());
                    })
                    .toList();
        }
    }
}
