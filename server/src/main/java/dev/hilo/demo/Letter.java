package dev.hilo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text on its way to becoming a message. In the sources {@code //} parts paragraphs, {@code /} lines, {@code #} begins
 * the item of a numbered list, and {@code @photo}, {@code @pdf}, {@code @log} at the end stand for a file.
 */
record Letter(List<String> paragraphs, List<String> files) {

    private static final Set<String> FILES = Set.of("@photo", "@pdf", "@log");

    static Letter of(String... texts) {
        var paragraphs = new ArrayList<String>();
        var files = new ArrayList<String>();
        for (String text : texts) {
            for (String paragraph : text.split(" // ")) {
                var kept = new ArrayList<String>();
                for (String word : paragraph.split(" ")) {
                    if (FILES.contains(word)) files.add(word.substring(1));
                    else if (!word.isEmpty()) kept.add(word);
                }
                if (!kept.isEmpty()) paragraphs.add(String.join(" ", kept));
            }
        }
        return new Letter(List.copyOf(paragraphs), List.copyOf(files));
    }

    /** As mail programs of customers send it: lines with breaks. */
    String plainHtml() {
        return "<div>" + lines(String.join(" // ", paragraphs)).replace(" // ", "<br><br>") + "</div>";
    }

    /** As the help desk's own editor writes it: paragraphs and lists. */
    String richHtml() {
        var html = new StringBuilder("<div>");
        boolean inList = false;
        for (String paragraph : paragraphs) {
            boolean item = paragraph.startsWith("# ");
            if (item != inList) html.append(item ? "<ol>" : "</ol>");
            inList = item;
            if (item) html.append("<li>").append(lines(paragraph.substring(2))).append("</li>");
            else html.append("<p>").append(lines(paragraph)).append("</p>");
        }
        return html.append(inList ? "</ol>" : "").append("</div>").toString();
    }

    private static String lines(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace(" / ", "<br>");
    }
}
