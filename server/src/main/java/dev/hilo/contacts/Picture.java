package dev.hilo.contacts;

import dev.hilo.api.FieldError;
import dev.hilo.api.Upload;
import dev.hilo.errors.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** A picture of a contact: JPEG or PNG by its name and by its bytes, 5 MB at most. */
final class Picture {

    private static final long LARGEST = 5L << 20;
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png");

    private Picture() {}

    static void check(Upload picture, Problems problems) {
        if (picture == null) return;
        problems.addIf(
                picture.size() > LARGEST, FieldError.invalid("avatar", "The avatar should not be larger than 5 MB"));
        problems.addIf(
                !hasEnding(picture.name()) || !beginsLikeOne(picture),
                FieldError.invalid("avatar", "Invalid file type. Please upload a jpg or png file"));
    }

    private static boolean hasEnding(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean beginsLikeOne(Upload picture) {
        try (var in = picture.open()) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4) return false;
            boolean png = (head[0] & 0xff) == 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
            boolean jpeg = (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8 && (head[2] & 0xff) == 0xff;
            return png || jpeg;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
