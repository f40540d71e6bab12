package dev.hilo.html;

import java.util.Locale;
import java.util.Set;
import org.owasp.html.Encoding;

/**
 * Reads the text out of HTML in one pass and without a tree, since it runs on every entry; what it has passed it never
 * looks at again, so that its time grows with the length alone, however broken the tags are.
 */
final class TextScanner {

    private static final Set<String> BLOCKS = Set.of(("address article aside blockquote caption center dd div dl dt"
                    + " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section"
                    + " table tbody tfoot thead tr ul")
            .split(" "));
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> UNSEEN = Set.of("script", "style", "title");
    private static final int LONGEST_NAME = 16;

    private final String html;
    private final char lineBreak;
    private final StringBuilder out;
    private boolean blankIsDue;
    private int preformatted;

    /** @param lineBreak what stands for one */
    TextScanner(String html, char lineBreak) {
        this.html = html;
        this.lineBreak = lineBreak;
        this.out = new StringBuilder(html.length());
    }

    /** The text of HTML without tags: its own lines are kept. */
    static String ofUntagged(String html, char lineBreak) {
        String text = decoded(html).replace('\u00a0', ' ').replace("\r\n", "\n");
        return (lineBreak == '\n' ? text : text.replace('\n', lineBreak)).strip();
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Encoding.decodeHtml(text, false);
    }

    String scan() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            if (end > at) text(decoded(html.substring(at, end)));
            at = tag < 0 ? end : markup(tag);
        }
        return out.toString().strip();
    }

    /** Takes what begins with the bracket at {@code start}; where it ends. */
    private int markup(int start) {
        char next = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
        if (next == '!' || next == '?') return endOfComment(start);
        boolean closes = next == '/';
        int from = closes ? start + 2 : start + 1;
        int to = from;
        while (to < html.length() && isLetterOrDigit(html.charAt(to))) to++;
        if (to == from || !Character.isLetter(html.charAt(from))) {
            text("<");
            return start + 1;
        }
        String name = to - from > LONGEST_NAME ? "" : html.substring(from, to).toLowerCase(Locale.ROOT);
        int end = endOfTag(to);
        if (UNSEEN.contains(name) && !closes) return endOfUnseen(name, end);
        tag(name, closes);
        return end;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private int endOfComment(int start) {
        return html.startsWith("<!--", start) ? after("-->", start + 4) : after(">", start);
    }

    private int after(String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    /** A bracket within a quoted value does not end the tag. */
    private int endOfTag(int from) {
        char before = ' ';
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') return i + 1;
            if ((c == '"' || c == '\'') && before == '=') {
                i = html.indexOf(c, i + 1);
                if (i < 0) break;
            }
            if (!Character.isWhitespace(c)) before = c;
        }
        return html.length();
    }

    private int endOfUnseen(String name, int from) {
        for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) return i;
        }
        return html.length();
    }

    private void tag(String name, boolean closes) {
        if (name.equals("br")) breakLine();
        else if (CELLS.contains(name)) blankIsDue = true;
        else if (BLOCKS.contains(name)) beginLine();
        if (name.equals("pre")) preformatted = Math.max(0, preformatted + (closes ? -1 : 1));
    }

    private void breakLine() {
        blankIsDue = false;
        out.append(lineBreak);
    }

    private void beginLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != lineBreak) breakLine();
        blankIsDue = false;
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0') {
                if (blankIsDue && !endsWithBlank()) out.append(' ');
                blankIsDue = false;
                out.append(c);
            } else if (preformatted > 0 && c != '\r') {
                out.append(c == '\n' ? lineBreak : ' ');
            } else {
                blankIsDue = true;
            }
        }
    }

    private boolean endsWithBlank() {
        return out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
    }
}
