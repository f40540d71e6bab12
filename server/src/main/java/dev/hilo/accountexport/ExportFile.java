package dev.hilo.accountexport;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hilo.api.Json;
import dev.hilo.api.Timestamps;
import dev.hilo.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Iterator;

/** The file of an export while it is written: {@code {"tickets": […], "contacts": […]}}; closing deletes it. */
final class ExportFile implements Upload, AutoCloseable {

    private final Path path;
    private final String name;
    private final JsonGenerator out;

    ExportFile(Path folder, String name) throws IOException {
        this.name = name;
        path = Files.createTempFile(folder, "export-", ".json");
        out = Json.MAPPER.getFactory().createGenerator(Files.newOutputStream(path));
        out.writeStartObject();
    }

    /** @param eachTime called now and then, to stop the work by an exception */
    void write(String list, Iterator<JsonNode> rows, Runnable eachTime) {
        try {
            out.writeArrayFieldStart(list);
            for (int i = 0; rows.hasNext(); i++) {
                if (i % 1000 == 0) eachTime.run();
                Json.MAPPER.writeTree(out, onTheWire((ObjectNode) rows.next()));
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL writes times with fractions and an offset. */
    private static ObjectNode onTheWire(ObjectNode row) {
        for (var field : row.properties()) {
            boolean time = field.getKey().endsWith("_at") || field.getKey().endsWith("due_by");
            if (!time || !field.getValue().isTextual()) continue;
            var instant = OffsetDateTime.parse(field.getValue().textValue()).toInstant();
            field.setValue(TextNode.valueOf(Timestamps.format(instant)));
        }
        return row;
    }

    ExportFile finish() throws IOException {
        out.writeEndObject();
        out.close();
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
