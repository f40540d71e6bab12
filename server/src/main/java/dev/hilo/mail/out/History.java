package dev.hilo.mail.out;

import dev.hilo.html.Html;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What was said before, as a forward quotes it below its own text: the newest first, as far as it fits. */
final class History {

    static final int MOST = 20;
    private static final int LARGEST = 500_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private History() {}

    static String html(List<Letter.Said> said) {
        var html = new StringBuilder("<hr>");
        for (var one : said) {
            if (html.length() + one.body().length() > LARGEST) break;
            html.append("<div>")
                    .append(TIME.format(one.createdAt()))
                    .append(one.name() == null ? "" : ", " + Html.escape(one.name()))
                    .append(":</div><blockquote>")
                    .append(one.body())
                    .append("</blockquote>");
        }
        return html.toString();
    }
}
