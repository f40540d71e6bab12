package dev.hilo.mail.in;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes apart what somebody wrote in a mail of HTML, and what they quote. */
final class QuotedHtml {

    /** What holds the quote and nothing else: Gmail, Yahoo, Proton, Apple, Thunderbird, Outlook on the web. */
    private static final String HOLDERS = ".gmail_quote_container, .gmail_quote, .yahoo_quoted, .protonmail_quote,"
            + " blockquote[type=cite], #mail-editor-reference-message-container, .WordSection1 > blockquote";

    /** From where on all is quote: Outlook, Windows Mail, Zimbra. */
    private static final String BORDERS = "#divRplyFwdMsg, #appendonsend, #stopSpelling, hr[data-marker=__DIVIDER__],"
            + " div[style*=border-top:solid #E1E1E1], div[style*=border-top:solid #B5C4DF],"
            + " div[style*=border-top: solid #E1E1E1], div[style*=border-top: solid #B5C4DF], .OutlookMessageHeader";

    private static final int LARGEST = 2 << 20;

    private QuotedHtml() {}

    /** Whole where the answer stands between the parts of the quote. */
    static Quoted cut(String html) {
        if (html.length() > LARGEST) return Quoted.nothing(html);
        var document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        var quote = quoted(document);
        if (quote.isEmpty()) return Quoted.nothing(html);
        var cut = new StringBuilder();
        for (var node : quote) {
            cut.append(node.outerHtml());
            node.remove();
        }
        if (saysNothing(document.body())) return Quoted.nothing(html);
        return new Quoted(document.body().html(), cut.toString());
    }

    private static boolean saysNothing(Element body) {
        return body.text().isBlank() && body.selectFirst("img") == null;
    }

    private static List<Node> quoted(Document document) {
        var border = document.selectFirst(BORDERS);
        if (border != null) return fromHere(outermost(border));
        var holders = document.select(HOLDERS).stream()
                .filter(holder -> holder.parents().stream().noneMatch(parent -> parent.is(HOLDERS)))
                .toList();
        if (holders.size() > 1 && isBetween(holders)) return List.of();
        if (!holders.isEmpty()) return withAttribution(holders);
        return afterLine(document);
    }

    /** A border's wrapper where it begins with it. */
    private static Element outermost(Element border) {
        var at = border;
        while (at.parent() != null
                && !at.parent().tagName().equals("body")
                && at.previousSibling() == null
                && !at.is("body")) at = at.parent();
        return at;
    }

    /** The node, what follows it, and what follows those it lies in. */
    private static List<Node> fromHere(Node first) {
        var nodes = new ArrayList<Node>();
        nodes.add(first);
        for (Node at = first; at != null && !at.nodeName().equals("body"); at = at.parent()) {
            for (var next = at.nextSibling(); next != null; next = next.nextSibling()) nodes.add(next);
        }
        return nodes;
    }

    private static boolean isBetween(List<Element> holders) {
        for (int i = 0; i + 1 < holders.size(); i++) {
            for (var next = holders.get(i).nextSibling(); next != null; next = next.nextSibling()) {
                if (next == holders.get(i + 1)) break;
                if (!textOf(next).isBlank() && !QuotedLines.isAttribution(textOf(next))) return true;
            }
        }
        return false;
    }

    /** With the line before it that says who wrote what follows. */
    private static List<Node> withAttribution(List<Element> holders) {
        var nodes = new ArrayList<Node>();
        for (var holder : holders) {
            var before = new ArrayList<Node>();
            var text = new StringBuilder();
            for (var at = holder.previousSibling(); at != null && before.size() < 8; at = at.previousSibling()) {
                before.addFirst(at);
                text.insert(0, textOf(at) + " ");
                if (!QuotedLines.isAttribution(text.toString().strip())) continue;
                nodes.addAll(before);
                break;
            }
            nodes.add(holder);
        }
        return nodes;
    }

    /** Programs that mark nothing still write a line. */
    private static List<Node> afterLine(Document document) {
        for (var element : document.body().getAllElements()) {
            for (var node : element.childNodes()) {
                if (node instanceof TextNode text && begins(text)) return fromHere(blockOf(text));
                if (node instanceof Element e && isLineOfItsOwn(e)) return fromHere(e);
            }
        }
        return List.of();
    }

    private static boolean isLineOfItsOwn(Element element) {
        boolean isShort = element.childNodeSize() <= 12 && element.is("p, div, span, b, font");
        return isShort && QuotedLines.isAttribution(element.text());
    }

    private static boolean begins(TextNode text) {
        String line = text.text().strip();
        if (line.length() < 4 || line.length() > 500) return false;
        return QuotedLines.isAttribution(line) || QuotedLines.isSeparator(List.of(line), 0) || isHeader(text, line);
    }

    /** {@code <b>From:</b> Bea<br><b>Sent:</b> …} */
    private static boolean isHeader(TextNode text, String line) {
        if (!line.matches("(?iu)(?:from|de|von)\\s*:.*") || text.parent() == null) return false;
        var block = text.parent() instanceof Element e && e.is("b, strong, span") ? e.parent() : text.parent();
        if (!(block instanceof Element element)) return false;
        String all = element.wholeText();
        return all.matches(
                "(?isu).*\\b(?:from|de|von)\\s*:.*\\b(?:sent|date|enviado(?: el)?|fecha|gesendet|datum|envoy[eé])\\s*:.*");
    }

    private static Node blockOf(Node text) {
        Node at = text;
        while (at.parent() instanceof Element parent && parent.is("b, strong, span, font, i, u")) at = parent;
        return at;
    }

    private static String textOf(Node node) {
        return switch (node) {
            case TextNode text -> text.text();
            case Element element -> element.text();
            default -> "";
        };
    }
}
