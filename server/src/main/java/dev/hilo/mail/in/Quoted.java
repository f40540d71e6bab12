package dev.hilo.mail.in;

/**
 * A body without what it quotes.
 *
 * @param body HTML
 * @param quote what was cut off, as HTML; empty where nothing was
 */
record Quoted(String body, String quote) {

    static Quoted nothing(String body) {
        return new Quoted(body, "");
    }

    boolean hasQuote() {
        return !quote.isBlank();
    }
}
