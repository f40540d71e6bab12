package dev.hilo.answers.draft;

import dev.hilo.answers.text.Words;
import java.util.List;

/** The few sentences that Hilo says itself, in the customer's language. */
final class Wording {

    private static final int FEW_WORDS = 6;

    private Wording() {}

    /** The one question that would help most. @param near the best passages, though none is good enough */
    static String question(TicketSoFar ticket, List<Passage> found) {
        // The title of a past reply tells of another customer's ticket.
        var near = found.stream().filter(p -> !p.isPastReply()).toList();
        boolean isSpanish = ticket.language().equals("es");
        String asked = ticket.question();
        var words = Words.of(asked);
        boolean isOfOrder = words.stream()
                .anyMatch(w -> w.matches("orders?|parcel|delivery|shipment|invoice|pedidos?|paquete|envio|factura"));
        boolean hasNumber = Words.numbers(asked).stream().anyMatch(n -> n.length() > 3);
        if (isOfOrder && !hasNumber) {
            return isSpanish ? "¿Puede indicarnos el número de pedido?" : "Could you tell us the order number?";
        }
        if (near.size() > 1
                && isNear(near.get(1))
                && !near.get(0).title().equals(near.get(1).title())) {
            return (isSpanish ? "¿Se refiere a «%s» o a «%s»?" : "Is this about “%s” or about “%s”?")
                    .formatted(near.get(0).title(), near.get(1).title());
        }
        if (Words.content(asked).size() < FEW_WORDS) {
            return isSpanish
                    ? "¿Puede contarnos con un poco más de detalle qué ocurre y qué quiere conseguir?"
                    : "Could you tell us in a little more detail what happens and what you want to achieve?";
        }
        return isSpanish
                ? "¿Con qué producto o servicio nuestro tiene que ver su pregunta?"
                : "Which of our products or services is your question about?";
    }

    private static boolean isNear(Passage passage) {
        return passage.similarity() != null && passage.similarity() > 0.6;
    }

    static String person(String language) {
        return language.equals("es")
                ? "Claro, paso su consulta a una persona de nuestro equipo, que le responderá en cuanto pueda."
                : "Of course. I am passing your question to a person of our team, who will answer you as soon as possible.";
    }
}
