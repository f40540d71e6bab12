package dev.hilo.insight;

import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Guess;
import dev.hilo.models.Models;
import dev.hilo.models.Neighbours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads messages. Nothing is kept, and nothing is called outside the process; a message takes tens of milliseconds. */
final class Reader {

    private static final int GUESSES = 3;
    private static final int NEAREST = 5;
    private static final double LIKELY_TAG = 0.5;

    /** A message's reading, and the vector of its gist where a model serves its language. */
    record Read(Reading reading, EmbeddingModel model, float[] vector) {}

    private final Models models;
    private final Languages languages;
    private final Feelings feelings;

    Reader(Models models, Languages languages) {
        this.models = models;
        this.languages = languages;
        this.feelings = new Feelings(models);
    }

    /** @param knowledge what is known of the account */
    Read read(Message message, Knowledge knowledge) {
        String said = message.said();
        String gist = message.gist();
        var language = languages.of(gist, knowledge.languages());
        Optional<EmbeddingModel> model = models.forLanguage(language.value());
        // The feeling is in what is said, not in the subject, which would cool it down.
        var vectors = model.map(m -> m.passages(List.of(gist, Message.gist(null, said))))
                .orElse(null);
        float[] vector = vectors == null ? null : vectors.getFirst();
        var sentiment = feelings.of(said, language.value(), isEmbedded(model) ? vectors.getLast() : null);
        var near = vector == null
                ? List.<Neighbours.Near>of()
                : knowledge.neighbours(language.value()).nearest(vector, NEAREST + 1).stream()
                        .filter(n -> n.id() != message.ticketId())
                        .limit(NEAREST)
                        .toList();
        String signals = message.conversationId() == 0 ? message.subject() + "\n" + said : said;
        var reading = new Reading(
                language,
                sentiment,
                Signals.urgency(signals, sentiment.value()),
                Signals.asksForPerson(signals),
                Signals.automatic(String.valueOf(message.subject()), said, message.sender()),
                Entities.in(
                        signals,
                        message.saidAt().atZone(ZoneOffset.UTC).toLocalDate(),
                        knowledge.monthFirst(),
                        knowledge.products()),
                suggestions(gist, language.value(), model, vector, knowledge),
                tags(gist, language.value(), model, vector, knowledge),
                near.stream()
                        .map(n -> new Reading.Similar(n.id(), n.cosine(), null))
                        .toList());
        return new Read(reading, model.orElse(null), vector);
    }

    private boolean isEmbedded(Optional<EmbeddingModel> model) {
        return model.isPresent() && model.get().id().equals(models.embedded().id());
    }

    private static List<Reading.Suggestion> suggestions(
            String gist, String language, Optional<EmbeddingModel> model, float[] vector, Knowledge knowledge) {
        var suggestions = new ArrayList<Reading.Suggestion>();
        for (var target : Target.SINGLE) {
            knowledge
                    .classifier(target, language)
                    .filter(known -> known.takes(model))
                    .ifPresent(known -> suggestions.add(suggestion(target, known, gist, vector)));
        }
        return suggestions;
    }

    private static Reading.Suggestion suggestion(String target, Knowledge.Known known, String gist, float[] vector) {
        var guesses = known.classifier().classify(gist, vector);
        var best = guesses.getFirst();
        double score = known.classifier().knownScore(best.probability(), vector);
        boolean unknown = score < known.classifier().quality().known();
        return new Reading.Suggestion(
                target,
                unknown ? null : best.label(),
                best.probability(),
                score,
                guesses.subList(0, Math.min(GUESSES, guesses.size())),
                known.id());
    }

    private static List<Guess> tags(
            String gist, String language, Optional<EmbeddingModel> model, float[] vector, Knowledge knowledge) {
        var tags = new ArrayList<Guess>();
        for (var known : knowledge.tags(language)) {
            if (!known.takes(model)) continue;
            known.classifier().classify(gist, vector).stream()
                    .filter(guess -> guess.label().equals(Target.YES) && guess.probability() >= LIKELY_TAG)
                    .forEach(guess -> tags.add(new Guess(known.tag(), guess.probability())));
        }
        tags.sort(Comparator.comparingDouble(Guess::probability).reversed());
        return tags;
    }
}
