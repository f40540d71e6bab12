package dev.hilo.pages;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * What somebody wrote, as a page shows it: once more without anything that acts, whoever stored it; with its quotes folded,
 * and without pictures from elsewhere unless they are asked for.
 *
 * @param hidden how many pictures are not shown
 */
public record Body(String html, int hidden) {

    private static final Pattern FILE = Pattern.compile("/data/helpdesk/attachments/production/\\d+/original/[^/]+");
    private static final Safelist SAFE = new Safelist()
            .addTags(
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
                    "var",
                    "wbr")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "title", "width", "height")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("ol", "start")
            .addAttributes(":all", "dir", "lang")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https", "data");
    private static final int LARGEST = 1 << 20;

    /** Without pictures from elsewhere. @param more what the button says that opens a quote */
    public static Body of(String stored, String more) {
        return of(stored, more, null);
    }

    /** As it is stored, but for what acts: to be edited and stored again. */
    public static String toEdit(String stored) {
        return Jsoup.clean(stored, "https://nowhere.invalid/", SAFE, new Document.OutputSettings().prettyPrint(false));
    }

    /** Whether it shows a picture from an address. */
    static boolean shows(String stored, String address) {
        return Jsoup.parseBodyFragment(stored).select("img").stream()
                .anyMatch(image -> image.attr("src").equals(address));
    }

    /** @param remote the path of our own by which a picture from elsewhere is fetched; null when none is shown */
    public static Body of(String stored, String more, UnaryOperator<String> remote) {
        if (stored == null) return new Body("", 0);
        String html = stored.length() > LARGEST ? stored.substring(0, LARGEST) : stored;
        // Signed addresses of our own are absolute and may name a host that this reader does not come by.
        var document = Jsoup.parseBodyFragment(
                Jsoup.clean(html, "https://nowhere.invalid/", SAFE, new Document.OutputSettings().prettyPrint(false)));
        document.outputSettings().prettyPrint(false);
        int hidden = pictures(document, remote);
        links(document);
        quotes(document, more);
        return new Body(document.body().html(), hidden);
    }

    private static int pictures(Document document, UnaryOperator<String> remote) {
        int hidden = 0;
        for (var image : document.select("img")) {
            String source = image.attr("src");
            image.attr("loading", "lazy");
            if (!image.hasAttr("alt")) image.attr("alt", "");
            if (source.startsWith("data:image/")) continue;
            String own = own(source);
            if (own != null) {
                image.attr("src", own);
            } else if (remote != null && source.matches("https?:.*")) {
                image.attr("src", remote.apply(source));
            } else {
                hidden++;
                image.replaceWith(new Element("span")
                        .addClass("no-image")
                        .text(image.attr("alt").isBlank() ? "▢" : "▢ " + image.attr("alt")));
            }
        }
        return hidden;
    }

    /** The path of a file of ours, or null. */
    private static String own(String source) {
        try {
            var uri = URI.create(source);
            if (uri.getRawPath() == null || !FILE.matcher(uri.getRawPath()).matches()) return null;
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void links(Document document) {
        for (var link : document.select("a[href]")) {
            link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
        }
    }

    private static void quotes(Document document, String more) {
        for (var quote : List.copyOf(document.select("blockquote"))) {
            if (quote.parents().is("blockquote, details")) continue;
            var folded = new Element("details").addClass("quote");
            folded.appendElement("summary")
                    .attr("aria-label", more)
                    .attr("title", more)
                    .text("…");
            quote.replaceWith(folded);
            folded.appendChild(quote);
        }
    }
}
