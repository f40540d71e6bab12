package dev.hilo.api;

import java.io.IOException;
import java.io.InputStream;

/** A file sent with a request; its bytes lie outside the heap and are gone when the request ends. */
public interface Upload {
    String name();

    String contentType();

    long size();

    InputStream open() throws IOException;
}
