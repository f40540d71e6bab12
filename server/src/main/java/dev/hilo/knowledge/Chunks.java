package dev.hilo.knowledge;

import dev.hilo.html.Html;
import dev.hilo.knowledge.Document.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Cuts documents where their structure does: at headings, then between paragraphs, so that a piece is about one thing. */
final class Chunks {

    /** Characters; a model reads some two thousand. */
    private static final int LONGEST = 1_200;

    private static final int MOST = 500;
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n|(?<=\\S)\\n(?=\\s*[-•*\\d])");

    private final String title;
    private final List<Chunk> chunks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private String section = "";

    private Chunks(String title) {
        this.title = title.strip();
    }

    static List<Chunk> ofHtml(String title, String html) {
        var cutting = new Chunks(title);
        for (var block : Jsoup.parseBodyFragment(html).body().children()) cutting.block(block);
        if (cutting.chunks.isEmpty() && cutting.open.isEmpty()) return ofText(title, Html.toText(html));
        return cutting.end();
    }

    static List<Chunk> ofText(String title, String text) {
        var cutting = new Chunks(title);
        for (String paragraph : PARAGRAPHS.split(text)) cutting.add(paragraph);
        return cutting.end();
    }

    /** Sections nest in some documents: what holds a heading is gone through, anything else is one block. */
    private void block(Element block) {
        if (HEADING.matcher(block.normalName()).matches()) {
            close();
            section = block.text().strip();
        } else if (!block.select("h1,h2,h3,h4,h5,h6").isEmpty()) {
            block.children().forEach(this::block);
        } else {
            add(Html.toText(block.outerHtml()));
        }
    }

    private void add(String paragraph) {
        String text = paragraph.strip();
        while (text.length() > LONGEST) {
            int cut = lastSentence(text);
            add(text.substring(0, cut));
            text = text.substring(cut).strip();
        }
        if (text.isEmpty()) return;
        if (open.length() + text.length() > LONGEST) close();
        if (!open.isEmpty()) open.append('\n');
        open.append(text);
    }

    private static int lastSentence(String text) {
        int end = Math.max(text.lastIndexOf(". ", LONGEST - 2), text.lastIndexOf('\n', LONGEST - 1));
        if (end < LONGEST / 2) end = text.lastIndexOf(' ', LONGEST - 1);
        return end < LONGEST / 2 ? LONGEST : end + 1;
    }

    private void close() {
        if (!open.isEmpty() && chunks.size() < MOST) {
            chunks.add(new Chunk(section.isEmpty() ? title : title + " – " + section, open.toString()));
        }
        open.setLength(0);
    }

    private List<Chunk> end() {
        close();
        return chunks;
    }
}
