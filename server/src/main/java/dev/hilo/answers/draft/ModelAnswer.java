package dev.hilo.answers.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Failure;
import dev.hilo.api.Json;
import java.util.ArrayList;
import java.util.List;

/** What a model answered, read. @param question null when it has none */
record ModelAnswer(boolean answered, List<Decision.Line> sentences, String question) {

    private static final int MOST_SENTENCES = 12;
    private static final int LONGEST_SENTENCE = 1000;

    static ModelAnswer read(String text) throws Failed {
        try {
            var node = Json.MAPPER.readTree(bare(text));
            if (node == null || !node.isObject() || !node.path("sentences").isArray()) throw broken();
            var sentences = new ArrayList<Decision.Line>();
            for (var sentence : node.get("sentences")) {
                if (sentences.size() < MOST_SENTENCES) sentences.add(line(sentence));
            }
            boolean answered = node.path("answered").asBoolean(true) && !sentences.isEmpty();
            var question = node.path("question");
            return new ModelAnswer(answered, sentences, question.isTextual() ? cut(question.asText()) : null);
        } catch (JsonProcessingException e) {
            throw broken();
        }
    }

    private static Decision.Line line(JsonNode sentence) throws Failed {
        var text = sentence.path("text");
        if (!text.isTextual()) throw broken();
        var passages = new ArrayList<Integer>();
        sentence.path("passages").forEach(number -> {
            if (number.isInt()) passages.add(number.asInt());
        });
        return new Decision.Line(cut(text.asText()), passages);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SENTENCE)).strip();
    }

    /** Models like to wrap JSON in a fence, or to say something before it. */
    private static String bare(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        return from < 0 || to < from ? text : text.substring(from, to + 1);
    }

    private static Failed broken() {
        return new Failed(Failure.BROKEN, "The model did not answer in the form that was asked for");
    }
}
