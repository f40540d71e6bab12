package dev.hilo.mail.in;

import dev.hilo.html.Html;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a mail, sorted into what is read and what is a file. */
final class Parts {

    /** A body that is longer is a file, shown by its beginning. */
    private static final int LONGEST_BODY = 1 << 20;

    private static final int SHOWN_OF_LONG = 100_000;
    private static final int DEEPEST = 20;
    private static final int MOST = 500;

    private final Path folder;
    private final List<MailFile> files = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean hasHtml;
    private int seen;
    private String status;
    private String returned = "";
    private boolean isReport;

    Parts(Path folder) {
        this.folder = folder;
    }

    String html() {
        return hasHtml ? html.toString() : null;
    }

    String text() {
        return text.toString();
    }

    List<MailFile> files() {
        return files;
    }

    /** Null where the mail is no report of a delivery. */
    Bounce bounce() {
        return isReport && status != null ? Bounce.of(status, returned) : null;
    }

    void read(Part mail) throws MessagingException, IOException {
        read(mail, 0);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (++seen > MOST) return;
        var type = type(part);
        String essence = type.getBaseType().toLowerCase(Locale.ROOT);
        if (essence.startsWith("multipart/") && depth < DEEPEST && readMultipart(part, type, depth)) return;
        if (isReport && essence.equals("message/delivery-status")) status = text(part, type);
        else if (isReport && (essence.equals("message/rfc822") || essence.equals("text/rfc822-headers"))) {
            returned = beginning(part);
        } else if (isBody(part, type, essence)) readBody(part, type, essence);
        else keep(part, type, essence);
    }

    /** @return false when it cannot be taken apart, and is a text like any other */
    private boolean readMultipart(Part part, ContentType type, int depth) throws IOException {
        try {
            if (!(part.getContent() instanceof Multipart multipart) || multipart.getCount() == 0) return false;
            String subtype = type.getSubType().toLowerCase(Locale.ROOT);
            if (subtype.equals("report")) isReport |= isDeliveryReport(type);
            if (subtype.equals("alternative")) readAlternative(multipart, depth);
            else for (int i = 0; i < multipart.getCount(); i++) read(multipart.getBodyPart(i), depth + 1);
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static boolean isDeliveryReport(ContentType type) {
        String report = type.getParameter("report-type");
        return report == null || report.equalsIgnoreCase("delivery-status");
    }

    /** The last HTML and the last text say the same: the HTML is read. Whatever else is there is a file. */
    private void readAlternative(Multipart multipart, int depth) throws MessagingException, IOException {
        BodyPart bestHtml = null;
        BodyPart bestText = null;
        for (int i = 0; i < multipart.getCount(); i++) {
            var part = multipart.getBodyPart(i);
            if (shows(part, "text/html", 0)) bestHtml = part;
            else if (shows(part, "text/plain", 0)) bestText = part;
            else read(part, depth + 1);
        }
        int before = html.length();
        if (bestHtml != null) read(bestHtml, depth + 1);
        boolean saysNothing = html.substring(before).isBlank();
        if (bestText != null && saysNothing) read(bestText, depth + 1);
    }

    private static boolean shows(Part part, String essence, int depth) throws MessagingException, IOException {
        var type = type(part);
        if (type.match(essence)) return true;
        if (depth >= DEEPEST || !type.match("multipart/*")) return false;
        try {
            if (!(part.getContent() instanceof Multipart multipart)) return false;
            for (int i = 0; i < multipart.getCount(); i++) {
                if (shows(multipart.getBodyPart(i), essence, depth + 1)) return true;
            }
            return false;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static boolean isBody(Part part, ContentType type, String essence) throws MessagingException {
        boolean isText =
                essence.equals("text/plain") || essence.equals("text/html") || essence.startsWith("multipart/");
        return isText && !isAttached(part) && (name(part, type) == null || part instanceof MimeMessage);
    }

    private static boolean isAttached(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    private void readBody(Part part, ContentType type, String essence) throws MessagingException, IOException {
        boolean isHtml = essence.equals("text/html");
        String said = text(part, type);
        if (said.length() > LONGEST_BODY) {
            keep(part, type, essence);
            said = said.substring(0, SHOWN_OF_LONG) + "\n…";
            if (isHtml) said = Html.escape(Html.toText(said)).replace("\n", "<br>");
        }
        hasHtml |= isHtml;
        html.append(html.isEmpty() ? "" : "<br>").append(isHtml ? said : asHtml(said));
        if (!isHtml) text.append(text.isEmpty() ? "" : "\n").append(said);
    }

    static String asHtml(String text) {
        return Html.escape(text.strip()).replaceAll("\\r\\n|\\r|\\n", "<br>");
    }

    private void keep(Part part, ContentType type, String essence) throws MessagingException, IOException {
        Path bytes = Files.createTempFile(folder, "part", null);
        try (var out = Files.newOutputStream(bytes)) {
            copy(part, out);
        }
        String given = name(part, type);
        String name = given == null || given.isBlank() ? unnamed(part, essence) : given;
        files.add(new MailFile(name, essence, contentId(part), Files.size(bytes), bytes));
    }

    private String unnamed(Part part, String essence) {
        String number = String.valueOf(files.size() + 1);
        return switch (essence) {
            case "message/rfc822" -> subjectOf(part, number) + ".eml";
            case "application/ms-tnef", "application/vnd.ms-tnef" -> "winmail.dat";
            case "text/calendar" -> "invite.ics";
            case "text/plain" -> "message-" + number + ".txt";
            case "image/jpeg" -> "image-" + number + ".jpg";
            default -> "attachment-" + number + extension(essence);
        };
    }

    private static String extension(String essence) {
        String subtype = essence.substring(essence.indexOf('/') + 1);
        return subtype.matches("[a-z0-9]{1,5}") ? "." + subtype : ".bin";
    }

    private static String subjectOf(Part part, String number) {
        try {
            if (part.getContent() instanceof MimeMessage mail && mail.getHeader("Subject", null) != null) {
                String subject =
                        Charsets.header(mail.getHeader("Subject", null)).replaceAll("[/\\\\]", "_");
                if (!subject.isBlank()) return subject.length() <= 100 ? subject : subject.substring(0, 100);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // A mail in a mail that cannot be read keeps its bytes, and a name of ours.
        }
        return "message-" + number;
    }

    private static String contentId(Part part) throws MessagingException {
        var header = part.getHeader("Content-ID");
        if (header == null || header[0].isBlank()) return null;
        return header[0].strip().replaceAll("^<|>$", "");
    }

    private static String name(Part part, ContentType type) {
        try {
            String name = part.getFileName();
            if (name == null) name = type.getParameter("name");
            return name == null ? null : Charsets.header(name);
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        var header = part.getHeader("Content-Type");
        if (header == null || header[0].isBlank()) return plain();
        try {
            return new ContentType(header[0]);
        } catch (ParseException e) {
            return salvaged(header[0]);
        }
    }

    /** Of a type that breaks the rules, its beginning. */
    private static ContentType salvaged(String header) throws ParseException {
        String essence = header.split("[;\\s]", 2)[0].strip();
        if (!essence.matches("[\\w.+-]+/[\\w.+-]+") || essence.startsWith("multipart/")) return plain();
        return new ContentType(essence);
    }

    private static ContentType plain() throws ParseException {
        return new ContentType("text/plain");
    }

    private static String text(Part part, ContentType type) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        copy(part, bytes);
        return Charsets.decode(bytes.toByteArray(), type.getParameter("charset"));
    }

    private static String beginning(Part part) throws MessagingException, IOException {
        try (var in = raw(part)) {
            return new String(in.readNBytes(100_000), StandardCharsets.ISO_8859_1);
        }
    }

    /** Decoded; where the encoding is unknown or broken, what could be decoded, or else the bytes as they came. */
    private static void copy(Part part, OutputStream out) throws MessagingException, IOException {
        long decoded = 0;
        try (var in = part.getInputStream()) {
            var buffer = new byte[64 << 10];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                decoded += n;
            }
        } catch (IOException | MessagingException e) {
            if (decoded > 0) return;
            try (var in = raw(part)) {
                in.transferTo(out);
            }
        }
    }

    private static InputStream raw(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage mail -> mail.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> throw new MessagingException("A part of an unknown kind");
        };
    }
}
