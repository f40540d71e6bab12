package dev.hilo.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.hilo.api.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.TreeSet;

/**
 * Tells whether two requests ask for the same: SHA-256 over the address and the body's fields. Neither the order of a
 * JSON object's keys, nor blanks, nor the boundary of a form counts; the content of every file does.
 */
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param address method, path and query */
    public static byte[] of(String address, boolean isForm, JsonNode body) {
        var fingerprint = new Fingerprint();
        fingerprint.text(address);
        fingerprint.text(isForm ? "form" : "json");
        fingerprint.node(body);
        return fingerprint.digest.digest();
    }

    private void node(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                count('[', node.size());
                node.forEach(this::node);
            }
            case POJO -> file((Upload) ((POJONode) node).getPojo());
            default -> {
                digest.update((byte) node.getNodeType().ordinal());
                text(node.asText());
            }
        }
    }

    private void object(JsonNode node) {
        count('{', node.size());
        var names = new ArrayList<String>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        for (String name : new TreeSet<>(names)) {
            text(name);
            node(node.get(name));
        }
    }

    private void file(Upload file) {
        digest.update((byte) 'f');
        text(file.name());
        text(file.contentType());
        count('#', file.size());
        try (var in = file.open();
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its length before it, so that no two rows of texts look alike. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count('"', bytes.length);
        digest.update(bytes);
    }

    private void count(char kind, long count) {
        digest.update(ByteBuffer.allocate(9).put((byte) kind).putLong(count).flip());
    }
}
