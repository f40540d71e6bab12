package dev.hilo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.hilo.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file of YAML, or of JSON, which is YAML as well. */
final class YamlFile {

    private YamlFile() {}

    static <T> T read(Path file, Class<T> shape) {
        return read(file, TypeFactory.defaultInstance().constructType(shape));
    }

    static <T> List<T> list(Path file, Class<T> shape) {
        return read(file, TypeFactory.defaultInstance().constructCollectionType(List.class, shape));
    }

    /** What it has too much of is refused: a misspelt key would be without effect. */
    private static <T> T read(Path file, JavaType shape) {
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            T value = Json.MAPPER
                    .readerFor(shape)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Json.MAPPER.<JsonNode>valueToTree(loaded));
            if (value == null) throw new Refused(file + " is empty");
            return value;
        } catch (JsonProcessingException | YamlEngineException e) {
            throw new Refused(file + " cannot be read: "
                    + e.getMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new Refused(file + " cannot be read: " + e);
        }
    }
}
