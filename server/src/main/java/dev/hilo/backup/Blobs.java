package dev.hilo.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/** The store of attached files, as far as a backup needs it. */
public interface Blobs {

    /** The names of all files; to be closed. */
    Stream<String> list() throws IOException;

    /** The content of a file. @throws java.nio.file.NoSuchFileException when it has been deleted meanwhile */
    InputStream open(String name) throws IOException;

    /** Stores a file, whole or not at all, in place of one of the same name. */
    void put(String name, InputStream content) throws IOException;
}
