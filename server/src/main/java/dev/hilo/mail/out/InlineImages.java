package dev.hilo.mail.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pictures in a body that are files of its ticket: their addresses hold for minutes, so the mail brings them along. */
final class InlineImages {

    private static final String ADDRESS = "/data/helpdesk/attachments/production/";
    private static final Pattern ID = Pattern.compile(Pattern.quote(ADDRESS) + "([0-9]{1,18})/");

    private final Document body;

    private InlineImages(Document body) {
        this.body = body;
    }

    static InlineImages of(String html) {
        if (!html.contains(ADDRESS)) return new InlineImages(null);
        var body = Jsoup.parseBodyFragment(html);
        body.outputSettings().prettyPrint(false);
        return new InlineImages(body);
    }

    /** The files that the body shows. */
    List<Long> ids() {
        var ids = new ArrayList<Long>();
        if (body == null) return ids;
        for (var image : body.select("img[src]")) {
            var address = ID.matcher(image.attr("src"));
            if (address.find()) ids.add(Long.parseLong(address.group(1)));
        }
        return ids;
    }

    /** The body with {@code cid:} in place of the addresses of those files that are known. */
    String rewritten(String html, Map<Long, ?> known, LongFunction<String> contentId) {
        if (body == null || known.isEmpty()) return html;
        for (var image : body.select("img[src]")) {
            var address = ID.matcher(image.attr("src"));
            if (!address.find()) continue;
            long id = Long.parseLong(address.group(1));
            if (known.containsKey(id)) image.attr("src", "cid:" + contentId.apply(id));
        }
        return body.body().html();
    }
}
