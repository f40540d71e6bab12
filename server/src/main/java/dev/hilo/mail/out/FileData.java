package dev.hilo.mail.out;

import dev.hilo.attachments.FileContent;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An attached file as a mail takes it in: read while it is sent, never held as a whole. */
record FileData(FileContent file) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return file.open();
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getContentType() {
        String type = file.contentType();
        boolean wouldBeParsed = type.startsWith("multipart/") || type.startsWith("message/");
        return wouldBeParsed ? "application/octet-stream" : type;
    }

    @Override
    public String getName() {
        return file.name();
    }
}
