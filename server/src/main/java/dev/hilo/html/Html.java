package dev.hilo.html;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Makes the HTML of mails and notes harmless, and turns it into text. */
public final class Html {

    /** Deeper nesting than any mail has; the parsers below are recursive. */
    private static final int DEEPEST = 200;

    private static final Pattern IMAGE_DATA =
            Pattern.compile("data:image/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:|mailto:|tel:|cid:|/|#).*", Pattern.DOTALL);

    private static final AttributePolicy LINK = (element, attribute, value) ->
            ADDRESS.matcher(value.strip().toLowerCase()).matches() ? value : null;
    private static final AttributePolicy IMAGE = (element, attribute, value) -> {
        String address = value.strip().toLowerCase();
        boolean remote = address.startsWith("http:") || address.startsWith("https:") || address.startsWith("cid:");
        return remote || IMAGE_DATA.matcher(value.strip()).matches() ? value : null;
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "a",
                    "abbr",
                    "address",
                    "b",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "font",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "tt",
                    "u",
                    "ul",
                    "var")
            .allowWithoutAttributes("a", "font", "img", "span")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(IMAGE)
            .onElements("img")
            .allowAttributes("alt", "title", "dir", "lang")
            .globally()
            .allowAttributes("width", "height", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor")
            .onElements("img", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "col", "colgroup", "div", "p")
            .allowAttributes("colspan", "rowspan", "scope")
            .onElements("td", "th")
            .allowAttributes("color", "face", "size")
            .onElements("font")
            .allowAttributes("start", "type")
            .onElements("ol", "ul", "li")
            .allowAttributes("cite")
            .matching(LINK)
            .onElements("blockquote", "q")
            .allowStyling(CssSchema.DEFAULT)
            .toFactory();

    private Html() {}

    /**
     * What is stored of a body: without anything that a browser would run or load unasked. Text without tags is wrapped
     * in a {@code <div>}, as Freshdesk does.
     */
    public static String clean(String body) {
        if (isPlain(body, 0, body.length())) return "<div>" + body + "</div>";
        if (isPlainDiv(body)) return body;
        if (nesting(body) > DEEPEST) return "<div>" + escape(flatten(body)) + "</div>";
        String clean = unescapeHarmless(POLICY.sanitize(body));
        return body.indexOf('<') < 0 ? "<div>" + clean + "</div>" : clean;
    }

    /** One {@code <div>} around text without tags, quotes or entities: by far the commonest note. */
    private static boolean isPlainDiv(String body) {
        return body.startsWith("<div>") && body.endsWith("</div>") && isPlain(body, 5, body.length() - 6);
    }

    private static boolean isPlain(String body, int from, int to) {
        if (from > to) return false;
        for (int i = from; i < to; i++) {
            char c = body.charAt(i);
            if (c == '<' || c == '>' || c == '&' || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) return false;
        }
        return true;
    }

    private static String flatten(String body) {
        return body.replaceAll("<[^>]{0,4096}>?", " ").strip();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** An upper bound of how deep elements nest, without parsing. */
    private static int nesting(String body) {
        int depth = 0;
        int deepest = 0;
        for (int i = body.indexOf('<'); i >= 0 && i + 1 < body.length(); i = body.indexOf('<', i + 1)) {
            char next = body.charAt(i + 1);
            if (next == '/') depth = Math.max(0, depth - 1);
            else if (Character.isLetter(next) && !isVoid(body, i + 1)) deepest = Math.max(deepest, ++depth);
        }
        return deepest;
    }

    private static boolean isVoid(String body, int at) {
        return body.startsWith("br", at)
                || body.startsWith("img", at)
                || body.startsWith("hr", at)
                || body.startsWith("col", at)
                || body.startsWith("meta", at)
                || body.startsWith("link", at)
                || body.startsWith("input", at)
                || body.startsWith("p", at)
                || body.startsWith("li", at)
                || body.startsWith("td", at)
                || body.startsWith("tr", at);
    }

    /** The sanitizer writes {@code @}, {@code =}, {@code +}, quotes and backticks of the text as entities. */
    private static String unescapeHarmless(String html) {
        if (html.indexOf("&#") < 0) return html;
        var out = new StringBuilder(html.length());
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') inTag = true;
            else if (c == '>') inTag = false;
            if (c == '&' && !inTag) {
                int end = harmless(html, i);
                if (end > 0) {
                    out.append((char) Integer.parseInt(html.substring(i + 2, end)));
                    i = end;
                    continue;
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Where an entity such as {@code &#64;} ends, when it stands for a character that needs none; else -1. */
    private static int harmless(String html, int at) {
        if (!html.startsWith("&#", at)) return -1;
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > 5) return -1;
        return switch (html.substring(at + 2, end)) {
            case "64", "61", "43", "39", "34", "96" -> end;
            default -> -1;
        };
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
        if (isPlainDiv(html)) return html.substring(5, html.length() - 6).strip();
        var text = new StringBuilder(html.length());
        Jsoup.parseBodyFragment(html).body().traverse(new TextWriter(text, lineBreak));
        return text.toString().strip();
    }

    private record TextWriter(StringBuilder out, char lineBreak) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) append(text.getWholeText());
            else if (node instanceof Element element && element.normalName().equals("br")) breakLine();
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock() && depth > 0 && element.nextSibling() != null) {
                if (!endsWithBreak()) breakLine();
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i) == '\u00a0' ? ' ' : text.charAt(i);
                boolean blank = Character.isWhitespace(c);
                if (blank && (out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1)))) continue;
                out.append(blank ? ' ' : c);
            }
        }

        private void breakLine() {
            if (lineBreak == '\n') {
                while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
            }
            out.append(lineBreak);
        }

        private boolean endsWithBreak() {
            return !out.isEmpty() && out.charAt(out.length() - 1) == lineBreak;
        }
    }
}
