package dev.hilo.html;

import org.owasp.html.HtmlSanitizer;

/** Makes the HTML of mails and notes harmless, and turns it into text. */
public final class Html {

    private static final String OPEN = "<div>";
    private static final String CLOSE = "</div>";

    private Html() {}

    /**
     * What is stored of a body: without anything that a browser would run or load unasked. Text without tags is wrapped
     * in a {@code <div>}, as Freshdesk does; markup that is harmless already stays as it was written. Of tags that are
     * crossed beyond repair only the text is kept.
     */
    public static String clean(String body) {
        if (isPlain(body, 0, body.length())) return OPEN + body + CLOSE;
        if (isPlainDiv(body)) return body;
        try {
            return sanitized(body);
        } catch (HtmlWriter.Tangled e) {
            return OPEN + escape(toText(body)) + CLOSE;
        }
    }

    private static String sanitized(String body) {
        var writer = new HtmlWriter(body.length());
        HtmlSanitizer.sanitize(body, MailPolicy.FACTORY.apply(writer), SingleAttributes::new);
        return writer.hasTags() ? writer.toString() : OPEN + writer + CLOSE;
    }

    /** One {@code <div>} around text without tags or entities: by far the commonest note. */
    private static boolean isPlainDiv(String body) {
        return body.startsWith(OPEN)
                && body.endsWith(CLOSE)
                && isPlain(body, OPEN.length(), body.length() - CLOSE.length());
    }

    private static boolean isPlain(String body, int from, int to) {
        if (from > to) return false;
        for (int i = from; i < to; i++) {
            char c = body.charAt(i);
            if (c > '>' && c < '\u007f') continue;
            if (c == '<' || c == '>' || c == '&' || HtmlWriter.isBanned(c) || Character.isSurrogate(c)) return false;
        }
        return true;
    }

    /** A text as HTML that shows it. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text with a line for each {@code <br>} and block, as descriptions show it. */
    public static String toText(String html) {
        return text(html, '\n');
    }

    /** The text with a blank for each line break, as entries show it. */
    public static String toLine(String html) {
        return text(html, ' ');
    }

    private static String text(String html, char lineBreak) {
        boolean wrapped = html.startsWith(OPEN) && html.endsWith(CLOSE);
        String inner = wrapped ? html.substring(OPEN.length(), html.length() - CLOSE.length()) : html;
        return inner.indexOf('<') < 0
                ? TextScanner.ofUntagged(inner, lineBreak)
                : new TextScanner(html, lineBreak).scan();
    }
}
