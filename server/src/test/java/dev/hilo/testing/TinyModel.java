package dev.hilo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an embedding model of a few words: an ONNX graph that looks each piece's vector up in a table, and a
 * unigram tokenizer as multilingual models have it.
 */
public final class TinyModel {

    /** Piece, its two numbers. */
    private static final List<String> PIECES =
            List.of("<s>", "</s>", "<unk>", "▁pedido", "▁orden", "▁factura", "▁mi", "▁", "s", "cuenta", "▁la");

    private static final float[] TABLE = {0, 0, 0, 0, 0, 0, 4, 1, 4, 2, -1, 4, 0, 0.1f, 0, 0, 0, 0, -3, -3, 0, 0};

    private TinyModel() {}

    /** @return the folder, with model.onnx and tokenizer.json in it */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), onnx());
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        return folder;
    }

    private static String tokenizer() {
        var vocabulary = new StringBuilder();
        for (int i = 0; i < PIECES.size(); i++) {
            vocabulary
                    .append(i == 0 ? "" : ",")
                    .append("[\"%s\",%s]".formatted(PIECES.get(i), i < 3 ? "0.0" : "-" + (2 + i) + ".5"));
        }
        return """
                {"version":"1.0",
                 "added_tokens":[{"id":0,"content":"<s>","special":true},{"id":1,"content":"</s>","special":true},
                                 {"id":2,"content":"<unk>","special":true}],
                 "normalizer":null,
                 "post_processor":{"type":"TemplateProcessing","single":[
                   {"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
                   {"SpecialToken":{"id":"</s>","type_id":0}}]},
                 "model":{"type":"Unigram","unk_id":2,"vocab":[%s]}}""".formatted(vocabulary);
    }

    private static byte[] onnx() {
        int rows = PIECES.size();
        var numbers = ByteBuffer.allocate(4 * TABLE.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : TABLE) numbers.putFloat(x);
        var table = message()
                .number(1, rows)
                .number(1, 2)
                .number(2, 1)
                .text(8, "table")
                .bytes(9, numbers.array());
        var gather = message()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "last_hidden_state")
                .text(4, "Gather");
        var graph = message()
                .bytes(1, gather.done())
                .text(2, "tiny")
                .bytes(5, table.done())
                .bytes(11, value("input_ids", 7, dimension("batch"), dimension("tokens")))
                .bytes(
                        12,
                        value(
                                "last_hidden_state",
                                1,
                                dimension("batch"),
                                dimension("tokens"),
                                message().number(1, 2)));
        return message()
                .number(1, 8)
                .bytes(7, graph.done())
                .bytes(8, message().number(2, 13).done())
                .done();
    }

    private static Message dimension(String name) {
        return message().text(2, name);
    }

    private static byte[] value(String name, int type, Message... dimensions) {
        var shape = message();
        for (var dimension : dimensions) shape.bytes(1, dimension.done());
        var tensor = message().number(1, type).bytes(2, shape.done());
        return message()
                .text(1, name)
                .bytes(2, message().bytes(1, tensor.done()).done())
                .done();
    }

    private static Message message() {
        return new Message();
    }

    /** A message of protocol buffers, field by field. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            variable(field << 3);
            variable(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int field, byte[] value) {
            variable(field << 3 | 2);
            variable(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] done() {
            return out.toByteArray();
        }

        private void variable(long value) {
            for (long rest = value; ; rest >>>= 7) {
                if (rest < 128) {
                    out.write((int) rest);
                    return;
                }
                out.write((int) (rest & 127 | 128));
            }
        }
    }
}
