package dev.hilo.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Length and SHA-256 of some bytes.
 *
 * @param sha256 in hexadecimal
 */
record Fingerprint(long bytes, String sha256) {

    static Fingerprint of(InputStream content) throws IOException {
        var output = new Output(OutputStream.nullOutputStream());
        content.transferTo(output);
        return output.fingerprint();
    }

    /** Passes bytes on and takes their fingerprint; closing it leaves the stream behind open. */
    static final class Output extends FilterOutputStream {

        private final MessageDigest digest = sha256Digest();
        private long bytes;

        Output(OutputStream behind) {
            super(behind);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
            digest.update(source, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        Fingerprint fingerprint() {
            return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
