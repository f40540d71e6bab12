package dev.hilo.knowledge;

import java.time.Instant;

/**
 * A piece of a document as one version of it had it.
 *
 * @param source {@code article}, {@code canned response}, {@code past reply}, or the id of an outside source
 * @param part from 0 within the document
 * @param question what a customer asked; empty where the text answers no one
 * @param validTo null while it holds; not after {@code validFrom} for one that has been taken out
 */
public record PassageRow(
        long id,
        String source,
        String document,
        String version,
        int part,
        String title,
        String question,
        String text,
        String language,
        boolean forCustomers,
        String address,
        Instant validFrom,
        Instant validTo,
        long revision) {

    boolean isTakenOut() {
        return validTo != null && !validTo.isAfter(validFrom);
    }

    /** What a question is compared with: another question where there is one. */
    String compared() {
        return question.isEmpty() ? title + "\n" + text : question;
    }

    /** Whether its title is compared too: it is often the question itself. */
    boolean hasComparedTitle() {
        return question.isEmpty() && part == 0 && !title.isBlank();
    }
}
