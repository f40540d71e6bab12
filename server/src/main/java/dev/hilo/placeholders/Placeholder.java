package dev.hilo.placeholders;

import dev.hilo.html.Html;

/** What stands for a placeholder: in a plain text, and in HTML. */
public record Placeholder(String text, String html) {

    /** @param value anything, or null */
    public static Placeholder ofText(Object value) {
        String text = value == null ? "" : value.toString();
        String html = Html.escape(text).replace("\"", "&quot;").replace("'", "&#39;");
        return new Placeholder(text, html);
    }

    /** @param html harmless already, as bodies and descriptions are stored; or null */
    public static Placeholder ofHtml(String html) {
        return html == null ? new Placeholder("", "") : new Placeholder(Html.toText(html), html);
    }
}
