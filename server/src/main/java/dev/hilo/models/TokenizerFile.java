package dev.hilo.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code tokenizer.json} that models are published with. Vocabularies of a quarter of a million pieces are read as a
 * stream, everything else as a tree.
 *
 * @param model the part of that name, without its vocabulary
 * @param ids of the pieces, special ones included
 * @param scores by id, logarithms of probabilities; empty where the pieces have none
 */
record TokenizerFile(JsonNode rest, ObjectNode model, Map<String, Integer> ids, float[] scores) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Tokenizer tokenizer(InputStream in) throws IOException {
        var file = read(in);
        String type = file.model.path("type").asText(file.scores.length > 0 ? "Unigram" : "WordPiece");
        return switch (type) {
            case "WordPiece" -> WordPiece.of(file);
            case "Unigram" -> Unigram.of(file);
            default -> throw new ModelUnusable("its tokenizer is of the kind " + type + ", not WordPiece or Unigram");
        };
    }

    private static TokenizerFile read(InputStream in) throws IOException {
        var rest = JSON.createObjectNode();
        var model = JSON.createObjectNode();
        var ids = new HashMap<String, Integer>();
        var scores = new ArrayList<Float>();
        try (var parser = new JsonFactory(JSON).createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                throw new ModelUnusable("its tokenizer.json is no object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("model")) {
                    readModel(parser, model, ids, scores);
                } else {
                    rest.set(name, parser.readValueAsTree());
                }
            }
        }
        rest.path("added_tokens")
                .forEach(t -> ids.put(t.path("content").asText(), t.path("id").asInt()));
        return new TokenizerFile(rest, model, ids, floats(scores));
    }

    private static void readModel(JsonParser parser, ObjectNode model, Map<String, Integer> ids, List<Float> scores)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            var token = parser.nextToken();
            if (!name.equals("vocab")) {
                model.set(name, parser.readValueAsTree());
            } else if (token == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME)
                    ids.put(parser.currentName(), parser.nextIntValue(-1));
            } else {
                while (parser.nextToken() == JsonToken.START_ARRAY) {
                    ids.putIfAbsent(parser.nextTextValue(), scores.size());
                    parser.nextToken();
                    scores.add(parser.getFloatValue());
                    parser.nextToken();
                }
            }
        }
    }

    private static float[] floats(List<Float> list) {
        float[] all = new float[list.size()];
        for (int i = 0; i < all.length; i++) all[i] = list.get(i);
        return all;
    }

    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) throw new ModelUnusable("its tokenizer does not know the piece " + piece);
        return id;
    }

    /** The pieces put before a text, or after it. */
    int[] around(boolean before) {
        var pieces = new ArrayList<Integer>();
        boolean passed = false;
        for (var part : rest.path("post_processor").path("single")) {
            if (part.has("Sequence")) passed = true;
            else if (passed != before)
                pieces.add(id(part.path("SpecialToken").path("id").asText()));
        }
        return pieces.stream().mapToInt(Integer::intValue).toArray();
    }
}
