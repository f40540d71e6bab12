package dev.hilo.attachments;

import java.io.IOException;
import java.io.InputStream;

/** An attached file with its bytes, which are fetched when they are read. */
public record FileContent(long id, String name, String contentType, long size, String blob, Source source) {

    @FunctionalInterface
    interface Source {
        InputStream open(String blob) throws IOException;
    }

    public InputStream open() throws IOException {
        return source.open(blob);
    }
}
