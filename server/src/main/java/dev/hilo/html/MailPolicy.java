package dev.hilo.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Which markup of a mail or note is kept: what shows text, tables, pictures and links, and nothing that acts. */
final class MailPolicy {

    private static final String[] ELEMENTS = """
            a abbr address b big blockquote br caption center cite code col colgroup dd del div dl dt em font
            h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup
            table tbody td tfoot th thead tr tt u ul var wbr
            """.split("\\s+");

    private static final String[] BOXES = {
        "img",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "col",
        "colgroup",
        "div",
        "p",
        "hr",
        "h1",
        "h2",
        "h3"
    };

    private static final Pattern LINKED = Pattern.compile("(?:https?:|mailto:|tel:|/|#).*", Pattern.DOTALL);
    private static final Pattern PICTURED = Pattern.compile(
            "https?:.*|cid:.*|data:image/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=\\s]++", Pattern.DOTALL);

    private static final AttributePolicy LINK = matching(LINKED);
    private static final AttributePolicy PICTURE = matching(PICTURED);
    private static final AttributePolicy NEW_WINDOW =
            (element, attribute, value) -> value.equalsIgnoreCase("_blank") ? "_blank" : null;

    static final PolicyFactory FACTORY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowWithoutAttributes("a", "font", "img", "span")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("target")
            .matching(NEW_WINDOW)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("cite")
            .matching(LINK)
            .onElements("blockquote", "q")
            .allowAttributes("style")
            .matching(new StylePolicy())
            // Allowed globally, it would be OWASP's own policy that is applied.
            .onElements(ELEMENTS)
            .allowAttributes("alt", "title", "dir", "lang")
            .globally()
            .allowAttributes("width", "height", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor")
            .onElements(BOXES)
            .allowAttributes("colspan", "rowspan", "scope")
            .onElements("td", "th")
            .allowAttributes("span")
            .onElements("col", "colgroup")
            .allowAttributes("color", "face", "size")
            .onElements("font")
            .allowAttributes("start", "type")
            .onElements("ol", "ul", "li")
            .toFactory();

    private MailPolicy() {}

    private static AttributePolicy matching(Pattern allowed) {
        return (element, attribute, value) ->
                allowed.matcher(value.strip().toLowerCase(Locale.ROOT)).matches() ? value : null;
    }
}
