package dev.hilo.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is written, and then sent: as JSON, or as a form whose files are streamed from disk.
 *
 * @param <S> its own kind
 * @param <T> what the endpoint answers with
 */
public abstract sealed class Draft<S extends Draft<S, T>, T> permits ForwardDraft, NoteDraft, ReplyDraft, TicketDraft {

    /** A file, once it is known whether it goes into a form. */
    private interface File {
        void addTo(Form form) throws FileNotFoundException;
    }

    private final Resource resource;
    private final String method;
    private final String path;
    private final Class<T> answer;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<File> files = new ArrayList<>();

    Draft(Resource resource, String method, String path, Class<T> answer) {
        this.resource = resource;
        this.method = method;
        this.path = path;
        this.answer = answer;
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }

    /** Any field that the endpoint knows: {@code draft.with("custom_fields", Map.of("cf_order", "A-17"))}. */
    public S with(String field, Object value) {
        fields.put(field, value);
        return self();
    }

    /** {@code draft.withAttachment(Path.of("invoice.pdf"))} */
    public S withAttachment(Path file) {
        if (!Files.isReadable(file)) throw new IllegalArgumentException("No file that can be read: " + file);
        files.add(form -> form.file("attachments[]", file, Form.typeOf(file.toString())));
        return self();
    }

    /** {@code draft.withAttachment("log.txt", bytes)} */
    public S withAttachment(String name, byte[] content) {
        files.add(form -> form.file("attachments[]", name, content, Form.typeOf(name)));
        return self();
    }

    /**
     * Sends it.
     *
     * @throws ApiError when it is refused
     * @throws OutcomeUnknown when nobody knows whether it was done; it is not sent again
     */
    public T send() {
        return resource.send(method, path, body(), answer);
    }

    private Object body() {
        if (files.isEmpty()) return fields;
        var form = new Form();
        fields.forEach(form::withAll);
        try {
            for (var file : files) file.addTo(form);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
        return form;
    }
}
