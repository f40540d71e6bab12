package dev.hilo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Upload;
import dev.hilo.errors.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads JSON and multipart bodies. Files of a form go to a folder as they arrive and never lie whole in memory. */
final class BodyReader {

    /** Of JSON; a body text of several megabytes is a mail of several megabytes, which does happen. */
    static final int LARGEST_JSON = 8 << 20;

    /** Of a form: 20 MB of files and what is written around them. */
    static final long LARGEST_FORM = 24L << 20;

    private static final int LARGEST_TEXT_PART = 8 << 20;
    private static final int MOST_PARTS = 1000;
    /** {@code name}, {@code name[]}, {@code name[key]}, {@code name[key][]}. */
    private static final Pattern PART_NAME = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]+)])?(\\[])?");

    private final Path folder;

    BodyReader(Path folder) {
        this.folder = folder;
    }

    Body read(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase();
        if (essence.equals("multipart/form-data")) return form(request, type);
        long length = request.getLength();
        if (length == 0 || (length < 0 && type == null)) return empty();
        if (!essence.equals("application/json")) throw new Refusal.ContentType(essence, "application/json");
        return new Body(json(request), false, List.of());
    }

    /** The form of a page: what was left empty is not there. */
    Body readForm(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase();
        Body body = essence.equals("multipart/form-data") ? form(request, type) : encoded(request, essence);
        body.fields().properties().removeIf(field -> isLeftEmpty(field.getValue()));
        return body;
    }

    private static boolean isLeftEmpty(JsonNode value) {
        if (value instanceof ArrayNode array) {
            for (var each = array.elements(); each.hasNext(); ) if (isLeftEmpty(each.next())) each.remove();
            return array.isEmpty();
        }
        if (value instanceof POJONode file && file.getPojo() instanceof Upload upload)
            return upload.name().isEmpty() && upload.size() == 0;
        return value.isTextual() && value.textValue().isEmpty();
    }

    private static Body encoded(Request request, String essence) {
        if (request.getLength() == 0 || essence.isEmpty())
            return new Body(JsonNodeFactory.instance.objectNode(), true, List.of());
        if (!essence.equals("application/x-www-form-urlencoded"))
            throw new Refusal.ContentType(essence, "application/x-www-form-urlencoded");
        if (request.getLength() > LARGEST_JSON) throw new Refusal.TooLarge(LARGEST_JSON);
        var fields = JsonNodeFactory.instance.objectNode();
        try (var in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(LARGEST_JSON + 1);
            if (bytes.length > LARGEST_JSON) throw new Refusal.TooLarge(LARGEST_JSON);
            for (var pair : new String(bytes, StandardCharsets.US_ASCII).split("&")) addEncoded(fields, pair);
        } catch (IllegalArgumentException e) {
            throw new Refusal.BadRequest("invalid_form", "The form could not be read");
        } catch (IOException e) {
            throw new Disconnected(e);
        }
        return new Body(fields, true, List.of());
    }

    private static void addEncoded(ObjectNode fields, String pair) {
        int equals = pair.indexOf('=');
        if (pair.isEmpty() || equals == 0) return;
        String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
        String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        put(fields, name, JsonNodeFactory.instance.textNode(value));
    }

    /** The bytes of a body that is neither JSON nor a form, as they arrive. */
    static InputStream bytes(Request request, String contentType, long largest) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase();
        if (!essence.equals(contentType)) throw new Refusal.ContentType(essence, contentType);
        if (request.getLength() > largest) throw new Refusal.TooLarge(largest);
        return Content.Source.asInputStream(request);
    }

    private static Body empty() {
        return new Body(JsonNodeFactory.instance.objectNode(), false, List.of());
    }

    private static ObjectNode json(Request request) {
        if (request.getLength() > LARGEST_JSON) throw new Refusal.TooLarge(LARGEST_JSON);
        try (var in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(LARGEST_JSON + 1);
            if (bytes.length > LARGEST_JSON) throw new Refusal.TooLarge(LARGEST_JSON);
            return parse(bytes);
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw Refusal.BadRequest.invalidJson();
        } catch (IOException e) {
            throw new Disconnected(e);
        }
    }

    static ObjectNode parse(byte[] bytes) throws IOException {
        if (isBlank(bytes)) return JsonNodeFactory.instance.objectNode();
        // Through a decoder that refuses what is not UTF-8: Jackson's own is lenient about some sequences.
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        JsonNode node = Json.MAPPER.readTree(text);
        if (node instanceof ObjectNode object) return object;
        throw Refusal.BadRequest.invalidJson();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) if (b != ' ' && b != '\t' && b != '\r' && b != '\n') return false;
        return true;
    }

    private Body form(Request request, String contentType) {
        var config = new MultiPartConfig.Builder()
                .location(folder)
                .maxParts(MOST_PARTS)
                .maxSize(LARGEST_FORM)
                .maxPartSize(LARGEST_FORM)
                .maxMemoryPartSize(LARGEST_TEXT_PART)
                .useFilesForPartsWithoutFileName(false)
                .build();
        if (request.getLength() > LARGEST_FORM) throw new Refusal.TooLarge(LARGEST_FORM);
        MultiPartFormData.Parts parts;
        try {
            parts = MultiPartFormData.from(request, request, contentType, config)
                    .join();
        } catch (CompletionException | IllegalArgumentException e) {
            throw malformed(e);
        }
        var body = new Body(JsonNodeFactory.instance.objectNode(), true, List.of(parts::close));
        try {
            for (var part : parts) add(body.fields(), part);
            return body;
        } catch (RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static RuntimeException malformed(RuntimeException e) {
        String why = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (why.contains("max") || why.contains("exceed")) return new Refusal.TooLarge(LARGEST_FORM);
        return new Refusal.BadRequest("invalid_multipart", "The multipart body could not be read");
    }

    private static void add(ObjectNode fields, MultiPart.Part part) {
        put(fields, part.getName(), value(part));
    }

    private static void put(ObjectNode fields, String partName, JsonNode value) {
        Matcher name = PART_NAME.matcher(partName == null ? "" : partName);
        if (!name.matches()) throw new Refusal.Invalid(FieldError.unexpected(partName));
        var parent = fields;
        String key = name.group(1);
        if (name.group(2) != null) {
            parent = object(fields, key, partName);
            key = name.group(2);
        }
        if (name.group(3) == null && !(value.isPojo() && parent.has(key))) {
            parent.set(key, value);
        } else {
            array(parent, key, partName).add(value);
        }
    }

    private static JsonNode value(MultiPart.Part part) {
        if (part.getFileName() != null) return JsonNodeFactory.instance.pojoNode(new PartUpload(part));
        return JsonNodeFactory.instance.textNode(part.getContentAsString(StandardCharsets.UTF_8));
    }

    private static ObjectNode object(ObjectNode fields, String key, String part) {
        if (!fields.has(key)) fields.putObject(key);
        if (fields.get(key) instanceof ObjectNode object) return object;
        throw new Refusal.Invalid(FieldError.unexpected(part));
    }

    private static ArrayNode array(ObjectNode parent, String key, String part) {
        var there = parent.get(key);
        if (there == null) return parent.putArray(key);
        if (there instanceof ArrayNode array) return array;
        if (there.isPojo()) return parent.putArray(key).add(there);
        throw new Refusal.Invalid(FieldError.unexpected(part));
    }

    private record PartUpload(MultiPart.Part part) implements Upload {
        private static final ByteBufferPool.Sized BUFFERS =
                new ByteBufferPool.Sized(ByteBufferPool.NON_POOLING, false, 64 << 10);

        @Override
        public String name() {
            String name = part.getFileName();
            int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
            return name.substring(slash + 1);
        }

        @Override
        public String contentType() {
            HttpField type = part.getHeaders().getField(HttpHeader.CONTENT_TYPE);
            return type == null ? "application/octet-stream" : type.getValue();
        }

        @Override
        public long size() {
            return part.getLength();
        }

        @Override
        public InputStream open() {
            return Content.Source.asInputStream(part.newContentSource(BUFFERS, 0, -1));
        }
    }

    /** The caller went away before the request was whole. */
    static final class Disconnected extends RuntimeException {
        Disconnected(IOException cause) {
            super(cause);
        }
    }
}
