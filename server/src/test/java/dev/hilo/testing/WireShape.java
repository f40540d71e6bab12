package dev.hilo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Holds an answer against a recorded one, {@code src/test/resources/shapes/<name>.json}: the same keys in the same order
 * and values of the same kind, at every depth. A null on either side stands for any value; of a list each element is held
 * against the recorded list's first.
 */
public final class WireShape {

    private WireShape() {}

    public static void assertShape(JsonNode actual, String name) {
        compare(actual, recorded(name), name);
    }

    private static JsonNode recorded(String name) {
        try (var in = WireShape.class.getResourceAsStream("/shapes/" + name + ".json")) {
            assertThat(in).as("shape " + name).isNotNull();
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(JsonNode actual, JsonNode recorded, String path) {
        if (actual.isNull() || recorded.isNull()) return;
        assertThat(actual.getNodeType()).as(path).isEqualTo(recorded.getNodeType());
        if (actual.isNumber()) assertThat(actual.isIntegralNumber()).as(path).isEqualTo(recorded.isIntegralNumber());
        if (actual.isObject()) {
            assertThat(keys(actual)).as(path).isEqualTo(keys(recorded));
            actual.properties().forEach(e -> compare(e.getValue(), recorded.get(e.getKey()), path + "." + e.getKey()));
        }
        if (actual.isArray() && !recorded.isEmpty()) {
            for (int i = 0; i < actual.size(); i++) compare(actual.get(i), recorded.get(0), path + "[" + i + "]");
        }
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
