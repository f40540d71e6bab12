package dev.hilo.knowledge.sources;

import dev.hilo.html.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.commonmark.parser.Parser.Builder;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.SAXException;

/** Makes HTML of files: their headings and paragraphs are what is needed of them. */
final class Texts {

    /** Bytes of a file. */
    static final int LARGEST = 20 * 1024 * 1024;
    /** Characters of a document. */
    private static final int LONGEST = 2_000_000;

    private static final Set<String> OFFICE = Set.of("pdf", "docx", "doc", "pptx", "ppt", "xlsx", "odt", "rtf");
    private static final Set<String> PLAIN = Set.of("html", "htm", "xhtml", "md", "markdown", "csv", "txt", "text");

    private Texts() {}

    static boolean isReadable(String name) {
        String ending = ending(name);
        return PLAIN.contains(ending) || OFFICE.contains(ending) && !ending.equals("odt") && !ending.equals("rtf");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** @param name whose ending says what is in the file */
    static String html(String name, InputStream in) throws SourceTrouble {
        try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw new SourceTrouble("It has more than 20 MB");
            return html(ending(name), name, bytes);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SourceTrouble("It cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String html(String ending, String name, byte[] bytes) throws IOException, SourceTrouble {
        return switch (ending) {
            case "html", "htm", "xhtml" -> mainOf(Jsoup.parse(new java.io.ByteArrayInputStream(bytes), null, ""));
            case "md", "markdown" -> markdown(text(bytes));
            case "csv" -> table(text(bytes));
            case "txt", "text" -> "<pre>" + Html.escape(text(bytes)) + "</pre>";
            default -> office(name, bytes);
        };
    }

    /** UTF-8 where it is that; else what most files of before were. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) text = new String(bytes, java.nio.charset.Charset.forName("windows-1252"));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String markdown(String text) {
        var document = new Builder().build().parse(text);
        return HtmlRenderer.builder().escapeHtml(true).build().render(document);
    }

    /** A paragraph for each row, which names its columns. */
    private static String table(String text) throws IOException {
        var html = new StringBuilder();
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setAllowDuplicateHeaderNames(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (var rows = format.parse(new StringReader(text))) {
            for (var row : rows) {
                if (html.length() > LONGEST) break;
                html.append("<p>")
                        .append(Html.escape(row(row)).replace("\n", "<br>"))
                        .append("</p>\n");
            }
        }
        return html.toString();
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.contains(";") && !first.contains(",") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static String row(CSVRecord row) {
        var line = new StringBuilder();
        row.toMap().forEach((column, cell) -> {
            if (!cell.isBlank())
                line.append(column).append(": ").append(cell.strip()).append("\n");
        });
        return line.toString().strip();
    }

    private static String office(String name, byte[] bytes) throws IOException, SourceTrouble {
        var parser = new AutoDetectParser(new PDFParser(), new OOXMLParser(), new OfficeParser());
        var written = new ToXMLContentHandler();
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var context = new ParseContext();
        // Files within the file are left alone.
        context.set(Parser.class, new org.apache.tika.parser.EmptyParser());
        try (var in = org.apache.tika.io.TikaInputStream.get(bytes)) {
            parser.parse(in, new WriteOutContentHandler(written, LONGEST), metadata, context);
        } catch (SAXException | TikaException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new SourceTrouble("It is damaged, encrypted or no file of its kind");
            }
        }
        return Jsoup.parse(written.toString()).body().html();
    }

    /** What a page is about, without what stands around it. */
    static String mainOf(Document page) {
        page.select(
                        "script,style,noscript,template,nav,header,footer,aside,form,iframe,svg,[hidden],[aria-hidden=true]")
                .remove();
        var main = page.selectFirst("main,[role=main],article");
        return (main == null ? page.body() : main).html();
    }

    static String title(Document page, String otherwise) {
        var heading = page.selectFirst("h1");
        String title = heading == null ? page.title() : heading.text();
        return title.isBlank() ? otherwise : title.strip();
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
