package dev.hilo.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of settings: {@code HILO_PORT=8080}, a line each; blank lines and lines that begin with # are skipped. */
final class ConfigFile {

    private final Path path;
    private final List<String> problems;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ConfigFile(Path path, List<String> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The file's values by key; what cannot be read is added to the problems. */
    static Map<String, String> read(Path path, List<String> problems) {
        var file = new ConfigFile(path, problems);
        try {
            var lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) file.line(i + 1, lines.get(i).strip());
        } catch (CharacterCodingException e) {
            problems.add(path + " is not a text file in UTF-8");
        } catch (IOException e) {
            problems.add(
                    "Cannot read the settings in " + path + " (" + e.getClass().getSimpleName() + ")");
        }
        return file.values;
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) return;
        int equals = line.indexOf('=');
        if (equals < 1) {
            problems.add(path + ", line " + number + ": expected HILO_NAME=value");
            return;
        }
        var key = line.substring(0, equals).strip();
        if (values.put(key, unquoted(line.substring(equals + 1).strip())) != null) {
            problems.add(path + ", line " + number + ": " + key + " is there twice");
        }
    }

    /** The files of systemd and Docker are often written with quotes. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.matches("\".*\"") || value.matches("'.*'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
