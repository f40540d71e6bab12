package dev.hilo.html;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes what the policy lets through. OWASP's own renderer turns {@code @}, {@code =}, {@code +}, quotes and emoji into
 * entities and puts comments between braces, for readers that are not ours; here only what HTML itself needs is escaped.
 * No element of the policy holds raw text, as scripts and styles do.
 */
final class HtmlWriter implements HtmlStreamEventReceiver {

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite");

    private static final int ROOM = 4_096;
    private static final int LARGEST_GROWTH = 10;

    /** Tags that are crossed so that closing them again and again makes far more of the body than was sent. */
    static final class Tangled extends RuntimeException {
        private Tangled() {
            super("tangled tags", null, false, false);
        }
    }

    private final StringBuilder out;
    private final int most;
    private boolean tags;

    /** @param length of what is read */
    HtmlWriter(int length) {
        out = new StringBuilder(length + 16);
        most = (int) Math.min(Integer.MAX_VALUE / 2, ROOM + (long) LARGEST_GROWTH * length);
    }

    boolean hasTags() {
        return tags;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        tags = true;
        if (out.length() > most) throw new Tangled();
        out.append('<').append(element);
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            String name = attributes.get(i);
            out.append(' ').append(name).append("=\"");
            escape(ADDRESSES.contains(name) ? withPlaceholders(attributes.get(i + 1)) : attributes.get(i + 1), true);
            out.append('"');
        }
        out.append('>');
    }

    /** {@code {{ticket.id}}} in an address, which the sanitizer has encoded. */
    private static String withPlaceholders(String address) {
        return address.contains("%7b%7b") ? address.replace("%7b%7b", "{{").replace("%7d%7d", "}}") : address;
    }

    @Override
    public void closeTag(String element) {
        if (!VOID.contains(element)) out.append("</").append(element).append('>');
    }

    @Override
    public void text(String text) {
        escape(text, false);
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\u00a0' -> out.append("&nbsp;");
                case '"' -> out.append(inAttribute ? "&#34;" : "\"");
                case '`' -> out.append(inAttribute ? "&#96;" : "`");
                default -> {
                    if (Character.isSurrogate(c)) i += pair(text, i);
                    else if (!isBanned(c)) out.append(c);
                }
            }
        }
    }

    /** Writes a whole pair and nothing of half a one; how many characters it took beyond the first. */
    private int pair(String text, int at) {
        if (at + 1 >= text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) return 0;
        out.append(text, at, at + 2);
        return 1;
    }

    /** Characters that no document may have. */
    static boolean isBanned(char c) {
        return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == '\u007f' || c == '\ufffe' || c == '\uffff';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
