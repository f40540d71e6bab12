package dev.hilo.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.html.Html;

/**
 * The text of an entry as it is stored.
 *
 * @param html made harmless
 * @param text without tags
 * @param structured the blocks that a chat client sent, or null
 */
record EntryBody(String html, String text, JsonNode structured) {

    static EntryBody of(String body) {
        String html = Html.clean(body);
        return new EntryBody(html, Html.toLine(html), null);
    }

    /** The text blocks of {@code {"body_contents":[{"type":"text","data":{"content":…}}]}}, one after another. */
    static EntryBody of(JsonNode structured) {
        var text = new StringBuilder();
        for (var block : structured.path("body_contents")) {
            String content = block.path("data").path("content").asText("");
            if (!content.isEmpty()) text.append(text.isEmpty() ? "" : "<br>").append(content);
        }
        String html = Html.clean(text.toString());
        return new EntryBody(html, Html.toLine(html), structured);
    }
}
