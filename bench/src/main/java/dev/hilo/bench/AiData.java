package dev.hilo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The public data sets that understanding and search are measured on; their credits are beside them in the resources. */
final class AiData {

    record Labelled(String text, String label) {}

    /** @param paragraph that answers it, its place in the list */
    record Question(String text, int paragraph) {}

    record Reading(List<String> paragraphs, List<Question> questions) {}

    private static final Pattern QUOTED = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\n]*)),([^\r\n]*)\r?(?:\n|$)");

    private final Path folder;

    /** @param folder with the files under their own names; null for the copies that are kept */
    AiData(Path folder) {
        this.folder = folder;
    }

    /** @param part train or test */
    List<Labelled> banking77(String part) {
        var all = new ArrayList<Labelled>();
        String text = new String(bytes(part + ".csv"), StandardCharsets.UTF_8);
        var line = QUOTED.matcher(text.substring(text.indexOf('\n') + 1));
        while (line.lookingAt()) {
            String quoted = line.group(1);
            all.add(new Labelled(quoted != null ? quoted.replace("\"\"", "\"") : line.group(2), line.group(3)));
            line.region(line.end(), line.regionEnd());
        }
        return all;
    }

    Reading xquad(String language) throws IOException {
        var paragraphs = new ArrayList<String>();
        var questions = new ArrayList<Question>();
        for (JsonNode article :
                Json.MAPPER.readTree(bytes("xquad." + language + ".json")).get("data")) {
            for (JsonNode paragraph : article.get("paragraphs")) {
                for (JsonNode asked : paragraph.get("qas")) {
                    questions.add(new Question(asked.get("question").asText(), paragraphs.size()));
                }
                paragraphs.add(paragraph.get("context").asText().replace("\ufeff", ""));
            }
        }
        return new Reading(paragraphs, questions);
    }

    private byte[] bytes(String name) {
        try (var in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) throws IOException {
        if (folder != null) return Files.newInputStream(folder.resolve(name));
        return new GZIPInputStream(
                Objects.requireNonNull(AiData.class.getResourceAsStream("/ai/" + name + ".gz"), name));
    }
}
