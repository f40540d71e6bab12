package dev.hilo.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where a model's two files come from. */
interface ModelFiles {

    String WEIGHTS = "model.onnx";
    String TOKENIZER = "tokenizer.json";

    OnnxModel load(ModelCard card) throws IOException;

    /** Those in the jar that carries the embedded model; the weights go through a temporary file, not through the heap. */
    static OnnxModel embedded(ModelCard card) throws IOException {
        var weights = Files.createTempFile("hilo-model", ".onnx");
        try (var in = resource("/bge-small-en-v1.5-q.onnx");
                var tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
            Files.copy(in, weights, StandardCopyOption.REPLACE_EXISTING);
            return OnnxModel.load(card, TokenizerFile.tokenizer(tokenizer), weights);
        } finally {
            Files.deleteIfExists(weights);
        }
    }

    private static InputStream resource(String name) {
        var in = ModelFiles.class.getResourceAsStream(name);
        if (in == null) throw new ModelUnusable("the jar that carries it is missing");
        return in;
    }

    /** Those in a folder, refused where they are not the ones that were added. */
    static ModelFiles in(Path folder) {
        return card -> {
            for (var file : card.sha256().entrySet()) {
                if (!sha256(folder.resolve(file.getKey())).equals(file.getValue())) {
                    throw new ModelUnusable("its file " + file.getKey() + " is not the one that was added");
                }
            }
            try (var in = Files.newInputStream(folder.resolve(TOKENIZER))) {
                return OnnxModel.load(card, TokenizerFile.tokenizer(in), folder.resolve(WEIGHTS));
            }
        };
    }

    static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
