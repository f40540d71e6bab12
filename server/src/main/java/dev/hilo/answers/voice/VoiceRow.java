package dev.hilo.answers.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.api.VoiceView;
import java.time.Instant;
import java.util.ArrayList;

/** @param edited the fields that people changed, by their names on the wire */
public record VoiceRow(
        String language, int replies, JsonNode measured, JsonNode edited, Instant measuredAt, Instant updatedAt) {

    /** As measured, with what people changed over it. */
    Voice voice() {
        var whole = (ObjectNode) measured.deepCopy();
        whole.setAll((ObjectNode) edited);
        return Json.MAPPER.convertValue(whole, Voice.class);
    }

    VoiceView view() {
        var voice = voice();
        var names = new ArrayList<String>();
        edited.fieldNames().forEachRemaining(names::add);
        return new VoiceView(
                language,
                replies,
                voice.greeting(),
                voice.signOff(),
                voice.formality(),
                voice.sentenceWords(),
                voice.wordsUsed(),
                voice.wordsAvoided(),
                names,
                measuredAt,
                updatedAt);
    }
}
