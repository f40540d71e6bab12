package dev.hilo.mail.in;

import dev.hilo.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a mail brought.
 *
 * @param contentId by which its HTML shows it, without brackets, or null
 */
record MailFile(String name, String contentType, String contentId, long size, Path bytes) implements Upload {

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(bytes);
    }
}
