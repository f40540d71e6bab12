package dev.hilo.demo;

import dev.hilo.api.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A file as customers and agents attach it: a small picture, a page, a log. */
record Sample(String name, String contentType, byte[] bytes) implements Upload {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    static Sample of(String kind, Dice dice) {
        return switch (kind) {
            case "photo" -> new Sample(nameOf(kind, dice), "image/png", picture(dice));
            case "pdf" -> new Sample(nameOf(kind, dice), "application/pdf", page());
            default -> new Sample(nameOf(kind, dice), "text/plain", log(dice));
        };
    }

    static String nameOf(String kind, Dice dice) {
        return switch (kind) {
            case "photo" -> "IMG_" + dice.between(1_000, 9_999) + ".png";
            case "pdf" -> "Acme-" + dice.between(10_000, 99_999) + ".pdf";
            default -> "report-" + dice.between(10_000, 99_999) + ".log";
        };
    }

    /** A grey box with a mark on it, as a photo of a parcel might look from far away. */
    private static byte[] picture(Dice dice) {
        int shade = dice.between(90, 200);
        int left = dice.between(10, 90);
        int top = dice.between(10, 60);
        var rows = new ByteArrayOutputStream();
        for (int y = 0; y < HEIGHT; y++) {
            rows.write(0);
            for (int x = 0; x < WIDTH; x++) {
                boolean box = x > 24 && x < 136 && y > 20 && y < 104;
                boolean mark = x > left && x < left + 40 && y > top && y < top + 12;
                int light = mark ? 40 : box ? shade : 230 - y / 4;
                rows.write(light);
                rows.write(box ? light * 4 / 5 : light);
                rows.write(box ? light * 3 / 5 : light);
            }
        }
        return png(rows.toByteArray());
    }

    private static byte[] png(byte[] rows) {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            var head = new ByteArrayOutputStream();
            var fields = new DataOutputStream(head);
            fields.writeInt(WIDTH);
            fields.writeInt(HEIGHT);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(data, "IHDR", head.toByteArray());
            var packed = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(packed)) {
                deflater.write(rows);
            }
            chunk(data, "IDAT", packed.toByteArray());
            chunk(data, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    /** A page that says that it is a sample. */
    private static byte[] page() {
        String text = "BT /F1 24 Tf 72 720 Td (Acme - sample document) Tj ET";
        return ("""
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
                /Resources<</Font<</F1 5 0 R>>>>>>endobj
                4 0 obj<</Length %d>>stream
                %s
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                trailer<</Root 1 0 R>>
                %%%%EOF
                """.formatted(text.length(), text)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] log(Dice dice) {
        var lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("%02d:%02d:%02d %s\n"
                    .formatted(
                            9,
                            i / 6,
                            i % 6 * 9,
                            switch (dice.between(0, 4)) {
                                case 0 -> "wifi: rssi=-" + dice.between(55, 88) + " channel=" + dice.between(1, 13);
                                case 1 -> "mqtt: connected";
                                case 2 -> "mqtt: connection lost, retry in " + dice.between(2, 30) + " s";
                                case 3 -> "dhcp: lease " + dice.between(60, 7200) + " s";
                                default -> "heap: " + dice.between(41_000, 88_000) + " free";
                            }));
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
