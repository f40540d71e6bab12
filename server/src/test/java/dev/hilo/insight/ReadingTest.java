package dev.hilo.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hilo.models.Models;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    private static final Models MODELS = new Models(Path.of("target", "no-models"));
    private static final Feelings FEELINGS = new Feelings(MODELS);
    private static final Languages LANGUAGES = new Languages();
    private static final LocalDate SAID = LocalDate.of(2026, 1, 10);

    @AfterAll
    static void close() throws InterruptedException {
        MODELS.close();
    }

    @Test
    void theLanguageIsOneThatTheAccountReckonsWith() {
        var both = List.of("en", "es");

        assertThat(LANGUAGES.of("Where is my order?", both).value()).isEqualTo("en");
        assertThat(LANGUAGES.of("¿Dónde está mi pedido?", both).value()).isEqualTo("es");
        assertThat(LANGUAGES.of("Onde está a minha encomenda?", both).value()).isEqualTo("es");
        assertThat(LANGUAGES
                        .of("Onde está a minha encomenda?", List.of("en", "pt-BR", "es"))
                        .value())
                .isEqualTo("pt");
        assertThat(LANGUAGES.of("12345", List.of("de", "en"))).isEqualTo(new Confident<>("de", 0.5));
        assertThat(LANGUAGES.of("Where is my order?", both).confidence()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEGATIVE | en | I have been waiting for three weeks and your support keeps ignoring me. This is a disgrace!
            NEGATIVE | en | The lamp is broken again, I am really angry and want my money back.
            NEUTRAL  | en | Could you tell me which size the box has?
            NEUTRAL  | en | Please change the address of order 4711.
            POSITIVE | en | Thanks a lot, the new cable works perfectly and came so fast!
            NEGATIVE | es | Es una vergüenza, estoy harto de este servicio pésimo y quiero un reembolso.
            NEUTRAL  | es | ¿Qué tamaño tiene la caja?
            POSITIVE | es | Muchas gracias, excelente atención, estoy muy contento.
            """)
    void messagesFeel(Feeling feeling, String language, String text) {
        float[] vector = language.equals("en") ? MODELS.embedded().passage(text) : null;

        assertThat(FEELINGS.of(text, language, vector).value()).isEqualTo(feeling);
    }

    @Test
    void negationsAndStrengthCount() {
        var words = new SentimentWords();

        assertThat(words.compound("This is good", "en")).isPositive();
        assertThat(words.compound("This is not good", "en")).isNegative();
        assertThat(words.compound("This is VERY good!!!", "en")).isGreaterThan(words.compound("This is good", "en"));
        assertThat(words.compound("No es bueno", "es")).isNegative();
        assertThat(words.compound("order 4711", "en")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRITICAL | Our account was hacked, act immediately, we still have no answer
            HIGH     | I need this by tomorrow, please answer as soon as possible
            HIGH     | Es urgente, por favor
            NORMAL   | It is not urgent, answer whenever you can
            NORMAL   | Where can I find my invoice?
            """)
    void wordsSayHowUrgentItIs(Urgency urgency, String text) {
        assertThat(Signals.urgency(text, Feeling.NEUTRAL)).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | I want to speak to a human, not a bot
            true  | Please call me
            true  | Can you connect me with a real person?
            true  | Quiero hablar con una persona
            false | The person at the door did not have my parcel
            false | Se lo di a mi agente de viajes ayer
            """)
    void aPersonIsAskedFor(boolean asked, String text) {
        assertThat(Signals.asksForPerson(text)).isEqualTo(asked);
    }

    @Test
    void whatNoCustomerWroteIsKnown() {
        assertThat(Signals.automatic(
                        "Automatic reply: your ticket", "I am out of the office until Monday.", "bo@x.test"))
                .isEqualTo(Automatic.AUTO_REPLY);
        assertThat(Signals.automatic("Fuera de la oficina", "Estoy de vacaciones", null))
                .isEqualTo(Automatic.AUTO_REPLY);
        assertThat(Signals.automatic("Hello", "No such user", "MAILER-DAEMON@x.test"))
                .isEqualTo(Automatic.BOUNCE);
        assertThat(Signals.automatic("First page of Google", "Cheap backlinks. Click here to unsubscribe.", "x@y.test"))
                .isEqualTo(Automatic.SPAM);
        assertThat(Signals.automatic("Newsletter", "How do I unsubscribe?", "carla@customer.test"))
                .as("one sign alone")
                .isNull();
    }

    @Test
    void whatATextNamesIsBroughtToOneForm() {
        var found = Entities.in(
                "Order #A-48213 of 3 December cost €1.249,90, not $49.5. My pedido número 99812 came on 2026-01-05 (05/01/2026)."
                        + " The Desk Lamp was paid on January 7th, 2026. Room 12.",
                SAID,
                false,
                List.of("Desk Lamp", "Desk", "amp"));

        assertThat(found)
                .extracting(Entity::kind, Entity::value, Entity::currency)
                .containsExactly(
                        tuple("order_number", "A-48213", null),
                        tuple("order_number", "99812", null),
                        tuple("date", "2026-01-05", null),
                        tuple("date", "2025-12-03", null),
                        tuple("date", "2026-01-07", null),
                        tuple("amount", "1249.90", "EUR"),
                        tuple("amount", "49.5", "USD"),
                        tuple("product", "Desk Lamp", null),
                        tuple("product", "Desk", null));
        assertThat(Entities.in("on 03/04/2026", SAID, true, List.of()))
                .extracting(Entity::value)
                .containsExactly("2026-03-04");
        assertThat(Entities.in("31/02/2026 " + "9".repeat(5000) + " €", SAID, false, List.of()))
                .extracting(Entity::kind)
                .doesNotContain("date");
    }

    @Test
    void whatAMessageQuotesIsNotSaid() {
        var message = new Message(1, 1, 5, "s", "Yes.\n> angry\nOn 3 May Bo wrote:\nOld text", null, null);

        assertThat(message.said()).isEqualTo("Yes.");
    }
}
