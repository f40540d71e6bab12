package dev.hilo.answers.summary;

import dev.hilo.answers.draft.PersonWanted;
import dev.hilo.answers.draft.TicketSoFar;
import dev.hilo.answers.draft.TicketSoFar.From;
import java.util.ArrayList;
import java.util.List;

/** What could be done with a ticket now. */
final class NextSteps {

    private NextSteps() {}

    static List<String> of(TicketSoFar ticket, String language) {
        boolean isSpanish = language.equals("es");
        var steps = new ArrayList<String>();
        var last = ticket.messages().reversed().stream()
                .filter(m -> m.from() != From.NOTE)
                .findFirst()
                .orElse(null);
        if (last == null) return steps;
        if (last.from() == From.CUSTOMER) {
            if (PersonWanted.in(last.text())) {
                steps.add(
                        isSpanish
                                ? "El cliente pide una persona: llamar o asignar a alguien."
                                : "The customer asks for a person: call, or assign somebody.");
            }
            if (isThanks(last.text())) {
                steps.add(
                        isSpanish
                                ? "El cliente da las gracias: se puede resolver."
                                : "The customer says thanks: it can be resolved.");
            } else {
                steps.add(
                        isSpanish
                                ? "Responder: el último mensaje es del cliente."
                                : "Answer: the last message is the customer's.");
            }
            if (last.text().matches("(?is).*(?:order|pedido).*") && !last.text().matches("(?s).*\\d{4,}.*")) {
                steps.add(isSpanish ? "Pedir el número de pedido." : "Ask for the order number.");
            }
        } else {
            steps.add(
                    isSpanish
                            ? "Esperar al cliente; recordárselo si no responde."
                            : "Wait for the customer; remind them when there is no answer.");
        }
        return steps;
    }

    private static boolean isThanks(String text) {
        return text.length() < 120
                && text.matches(
                        "(?isu).*(?:thank|thanks|gracias|perfect|genial|great|solved|all good|resuelto|works now).*")
                && !text.contains("?");
    }
}
