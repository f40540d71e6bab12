package dev.hilo.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Fetches files from the addresses that attachments give, without the key. */
final class Downloads {

    private final Supplier<Calls> made;
    private Calls calls;

    /** @param made when a file is asked for */
    Downloads(Supplier<Calls> made) {
        this.made = made;
    }

    private synchronized Calls calls() {
        if (calls == null) calls = made.get();
        return calls;
    }

    /** Streams the file to disk; what is left of a failed attempt is overwritten or removed. */
    Path toFile(String address, Path file) {
        BodyHandler<Object> handler = head -> head.statusCode() == 200
                ? BodySubscribers.mapping(BodySubscribers.ofFile(file), path -> path)
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), bytes -> bytes);
        boolean complete = false;
        try {
            complete = fetch(address, handler) instanceof Path;
            return file;
        } finally {
            if (!complete) remove(file);
        }
    }

    byte[] bytes(String address) {
        return (byte[]) fetch(address, head -> BodySubscribers.mapping(BodySubscribers.ofByteArray(), b -> b));
    }

    private Object fetch(String address, BodyHandler<Object> handler) {
        var call = new Call("GET", address, Content.NONE, Urgency.BULK, null);
        var answered = calls().exchange(call, handler);
        if (answered.response().statusCode() == 200) return answered.response().body();
        throw new ApiError(call.toString(), Reply.headOf(call, answered));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
