package dev.hilo.client;

import java.io.FileNotFoundException;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@code multipart/form-data} body; files are streamed from disk. */
public final class Form {

    private final String boundary = "hilo-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    /** A text part, such as {@code body}, {@code cc_emails[]} or {@code custom_fields[cf_order]}. */
    public Form with(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n" + value
                + "\r\n");
        return this;
    }

    /** A field as forms write it: a list as parts {@code name[]}, a map as parts {@code name[key]}. */
    Form withAll(String name, Object value) {
        switch (value) {
            case null -> throw new IllegalArgumentException("A form cannot empty a field: " + name);
            case Collection<?> each -> each.forEach(element -> withAll(name + "[]", element));
            case Map<?, ?> entries -> entries.forEach((key, element) -> withAll(name + "[" + key + "]", element));
            case Instant time -> with(name, Seconds.of(time));
            default -> with(name, value.toString());
        }
        return this;
    }

    /** By the name's ending; null where that says nothing. */
    static String typeOf(String fileName) {
        return URLConnection.guessContentTypeFromName(fileName);
    }

    /** A file part, such as {@code attachments[]}. */
    public Form file(String name, Path file, String contentType) throws FileNotFoundException {
        header(name, file.getFileName().toString(), contentType);
        parts.add(BodyPublishers.ofFile(file));
        text("\r\n");
        return this;
    }

    public Form file(String name, String fileName, byte[] content, String contentType) {
        header(name, fileName, contentType);
        parts.add(BodyPublishers.ofByteArray(content));
        text("\r\n");
        return this;
    }

    private void header(String name, String fileName, String contentType) {
        String type = contentType == null ? "" : "\r\nContent-Type: " + contentType;
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\""
                + quoted(fileName) + "\"" + type + "\r\n\r\n");
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void text(String text) {
        parts.add(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        var all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
