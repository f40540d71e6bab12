package dev.hilo.mail.in;

import dev.hilo.api.Attachment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;

/** Lets a body show the pictures that its mail brought along. */
final class Pictures {

    private Pictures() {}

    /** @param files in the order of the letter's */
    static String shown(Letter letter, String html, List<Attachment> files, Function<Attachment, String> link) {
        if (files.isEmpty() || !html.toLowerCase().contains("cid:")) return html;
        var byContentId = new HashMap<String, Attachment>();
        for (int i = 0; i < files.size(); i++) {
            String id = letter.files().get(i).contentId();
            if (id != null) byContentId.putIfAbsent(id, files.get(i));
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (var image : document.select("img[src~=(?i)^cid:]")) {
            var file = byContentId.get(decoded(image.attr("src").substring(4)));
            if (file != null) image.attr("src", link.apply(file));
        }
        return document.body().html();
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
