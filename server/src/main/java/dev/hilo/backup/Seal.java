package dev.hilo.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * The last 64 bytes of an archive: the SHA-256, in hexadecimal, of all bytes before. To a zip program they are the
 * archive's comment.
 */
final class Seal {

    static final String BLANK = "0".repeat(64);

    private Seal() {}

    static void put(FileChannel archive) throws IOException {
        var seal = ByteBuffer.wrap(digest(archive).getBytes(StandardCharsets.US_ASCII));
        archive.write(seal, archive.size() - BLANK.length());
    }

    static boolean isIntact(Path file) throws IOException {
        try (var archive = FileChannel.open(file, StandardOpenOption.READ)) {
            return archive.size() > BLANK.length() && read(archive).equals(digest(archive));
        }
    }

    private static String read(FileChannel archive) throws IOException {
        var seal = ByteBuffer.allocate(BLANK.length());
        archive.read(seal, archive.size() - BLANK.length());
        return new String(seal.array(), StandardCharsets.US_ASCII);
    }

    private static String digest(FileChannel archive) throws IOException {
        var digest = Fingerprint.sha256Digest();
        var buffer = ByteBuffer.allocate(1 << 16);
        for (var left = archive.size() - BLANK.length(); left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(left, buffer.capacity()));
            archive.read(buffer, archive.size() - BLANK.length() - left);
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
