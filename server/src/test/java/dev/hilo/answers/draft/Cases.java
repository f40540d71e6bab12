package dev.hilo.answers.draft;

import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.answers.draft.TicketSoFar.Message;
import dev.hilo.answers.language.LanguageModel;
import dev.hilo.answers.voice.Voice;
import java.time.Instant;
import java.util.List;

/** Tickets and configurations for decisions that need no server. */
final class Cases {

    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private Cases() {}

    static TicketSoFar ticket(String language, String... messages) {
        var said = java.util.Arrays.stream(messages)
                .map(text -> new Message(From.CUSTOMER, text, MONDAY))
                .toList();
        return new TicketSoFar(
                1, 7, "", language, said, "Carla Customer", List.of("carla@customer.test", "+34 612 345 678"), null);
    }

    static Configuration configuration(String language, LanguageModel model) {
        return new Configuration(
                "Acme", "Ada", Voice.usual(language), 0.3, Passages.Audience.CUSTOMERS, model, Similarity.NONE);
    }

    /** What says always the same. */
    static LanguageModel saying(String text, List<LanguageModel.Prompt> asked) {
        return new LanguageModel() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Written write(Prompt prompt) {
                asked.add(prompt);
                return new Written(text, 100, 10, 0.01);
            }
        };
    }
}
