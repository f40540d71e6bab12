package dev.hilo.answers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.answers.draft.Decision.Kind;
import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.answers.draft.TicketSoFar.Message;
import dev.hilo.answers.language.LanguageModel;
import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderTest {

    static final Passage RETURNS = new Passage(
            "a1",
            "article",
            "How do I return something?",
            null,
            "en",
            "Hi there! You have 30 days from delivery, even if you have used the product. Our shop in Berlin opens at nine. Go to"
                    + " Account > Orders > Return, choose a reason and take the parcel to any shop. Gifts can be returned too. The"
                    + " refund goes to your original way of payment. Kind regards!",
            1,
            0.84);
    static final Passage FAR = new Passage("a2", "article", "Careers", null, "en", "We look for bakers.", 1, 0.5);

    private final Decider decider = new Decider();

    private Decision decide(TicketSoFar ticket, Passage... passages) {
        return decider.decide(ticket, asked -> List.of(passages), Cases.configuration(ticket.language(), null));
    }

    @Test
    void without_a_model_it_takes_the_sentences_that_answer_between_greeting_and_farewell() {
        var decision = decide(
                Cases.ticket("en", "Hello,\nhow do I return a product, and when comes my refund?\nThanks"),
                RETURNS,
                FAR);

        assertThat(decision.kind()).isEqualTo(Kind.SELECTED);
        assertThat(decision.text()).startsWith("Hi Carla,\n\n").endsWith("\n\nKind regards,\nAda");
        assertThat(decision.lines()).hasSize(3).allMatch(line -> line.passages().equals(List.of(1)));
        assertThat(decision.text()).contains("refund goes to").doesNotContain("Berlin", "Hi there");
        assertThat(decision.sendable()).isTrue();
        assertThat(decision.passages().getFirst().title()).isEqualTo("How do I return something?");
    }

    @Test
    void what_nothing_answers_it_does_not_know_and_asks_one_question() {
        var decision =
                decide(Cases.ticket("en", "Can you recommend a good restaurant in Lisbon for my birthday?"), FAR);

        assertThat(decision.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(decision.text()).isEmpty();
        assertThat(decision.why().getFirst()).contains("Careers", "0.00", "0.30");
        assertThat(decision.question()).endsWith("?");
        assertThat(decide(Cases.ticket("es", "¿Dónde está mi pedido?")).question())
                .isEqualTo("¿Puede indicarnos el número de pedido?");
    }

    @Test
    void who_asks_for_a_person_gets_one() {
        for (String text : new String[] {
            "I want to speak to a human please",
            "Can somebody call me? I need a real person.",
            "Stop the bots, please connect me to an agent",
            "Quiero hablar con una persona, por favor",
            "¿Me puede llamar alguien? Prefiero hablar con un agente",
        }) {
            var ticket = Cases.ticket(text.matches(".*(Quiero|puede).*") ? "es" : "en", text);
            assertThat(decide(ticket, RETURNS).kind()).as(text).isEqualTo(Kind.PERSON);
        }
        for (String text : new String[] {
            "The person at the shop told me to return it here",
            "How do I add an agent to my account?",
            "El agente me dijo que lo devuelva"
        }) {
            assertThat(decide(Cases.ticket("en", text), RETURNS).kind())
                    .as(text)
                    .isNotEqualTo(Kind.PERSON);
        }
    }

    @Test
    void found_by_words_alone_it_is_never_sent_by_itself() {
        var byWords = new Passage("a1", "article", RETURNS.title(), null, "en", RETURNS.text(), 9, null);
        var decision = decide(Cases.ticket("en", "How do I return a product and get a refund for my orders?"), byWords);
        assertThat(decision.kind()).isEqualTo(Kind.SELECTED);
        assertThat(decision.sendable()).isFalse();
        assertThat(decision.why()).anyMatch(why -> why.contains("shared words alone"));
    }

    @Test
    void of_a_past_reply_nothing_is_taken_that_is_about_somebody_else() {
        var past = new Passage(
                "r1",
                Passage.PAST_REPLY,
                "Return of a lamp",
                null,
                "en",
                "Hi [NAME_X]! Your return number is RMA-77812. Take the parcel to any shop of the carrier. The refund of 349.90 has"
                        + " been sent. May I ask for your order number?",
                1,
                0.9);
        var decision = decide(Cases.ticket("en", "How do I send my parcel back?"), past);
        assertThat(decision.lines()).hasSize(1);
        assertThat(decision.text()).contains("any shop of the carrier").doesNotContain("RMA", "349", "NAME");
    }

    @Test
    void what_came_after_the_last_answer_is_the_question() {
        var ticket = new TicketSoFar(
                1,
                7,
                "Return of a lamp",
                "en",
                List.of(
                        new Message(From.CUSTOMER, "How do I return my lamp?", Cases.MONDAY),
                        new Message(From.TEAM, "In your account.", Cases.MONDAY),
                        new Message(From.NOTE, "A difficult one.", Cases.MONDAY),
                        new Message(
                                From.CUSTOMER,
                                "Hi Ada,\nthanks!\nI threw the original box away, is that a problem?",
                                Cases.MONDAY)),
                "Carla",
                List.of(),
                null);
        assertThat(ticket.question()).isEqualTo("I threw the original box away, is that a problem?");
    }

    @Test
    void when_the_model_fails_sentences_are_selected() {
        var failing = new LanguageModel() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public Written write(Prompt prompt) throws Failed {
                throw new Failed(Failure.TIMED_OUT, "timed out");
            }
        };
        var decision = decider.decide(
                Cases.ticket("en", "How do I return a product?"),
                asked -> List.of(RETURNS),
                Cases.configuration("en", failing));
        assertThat(decision.kind()).isEqualTo(Kind.SELECTED);
        assertThat(decision.why().getFirst()).contains("timed out");
    }

    @Test
    void hidden_data_comes_back_into_the_answer() {
        var prompts = new ArrayList<LanguageModel.Prompt>();
        var model = Cases.saying(
                "{\"answered\":true,\"sentences\":[{\"text\":\"The refund goes to your original way of payment, and you get news at"
                        + " [EMAIL_1].\",\"passages\":[1]}]}",
                prompts);
        var decision = decider.decide(
                Cases.ticket("en", "How do I return a product? Write to carla@customer.test or call +34 612 345 678."),
                asked -> List.of(RETURNS),
                Cases.configuration("en", model));
        assertThat(decision.text()).contains("carla@customer.test");
        assertThat(prompts.getFirst().user()).doesNotContain("carla@customer.test", "612 345");
        assertThat(decision.cost()).isEqualTo(0.01);
    }
}
