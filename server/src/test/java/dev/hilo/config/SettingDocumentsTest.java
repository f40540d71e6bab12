package dev.hilo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingDocumentsTest {

    @Test
    void theOperatorsTableIsTheListOfSettings() throws IOException {
        var table = Files.readString(Path.of("..", "docs", "operating.md"))
                .lines()
                .filter(line -> line.startsWith("| `HILO_"));

        assertThat(table)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(setting ->
                                "| `%s` | %s | %s |".formatted(setting.key(), setting.defaultText(), setting.meaning()))
                        .toList());
    }
}
