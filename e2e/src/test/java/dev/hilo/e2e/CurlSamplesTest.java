package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The official page's way of calling, by the real curl, against the running program. */
class CurlSamplesTest {

    @TempDir
    private static Path home;

    private static HiloProcess demo;
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "SKIPPED: there is no curl on this machine");
        demo = HiloProcess.start("demo", home, Map.of());
    }

    @AfterAll
    static void stop() {
        if (demo != null) demo.close();
    }

    @TestFactory
    List<DynamicTest> samples() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        String expected = null;
        for (var line : text().lines().toList()) {
            if (line.startsWith("= ")) expected = line.substring(2);
            if (!line.startsWith("curl ")) continue;
            String[] outcome = expected.split(" ");
            String name = line.replaceAll(".* -X (\\w+).*api/v2(/[^']*)'.*", "$1 $2");
            tests.add(dynamicTest(
                    name, () -> run(line, Integer.parseInt(outcome[0]), outcome.length > 1 ? outcome[1] : null)));
        }
        System.out.printf("%d curl samples%n", tests.size());
        return tests;
    }

    private static String text() throws IOException {
        try (var in = CurlSamplesTest.class.getResourceAsStream("/curl/samples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(String sample, int expected, String name) throws Exception {
        var command = sample.replace("yourapikey", demo.key())
                .replace("https://domain.freshdesk.com", demo.http().toString());
        for (var id : IDS.entrySet()) command = command.replace("{" + id.getKey() + "}", id.getValue());
        var answer = home.resolve("answer");
        Files.deleteIfExists(answer);
        var process = new ProcessBuilder("bash", "-c", command + " -s -o " + answer + " -w '%{http_code}'")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = Integer.parseInt(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        var body = Files.exists(answer) ? Files.readString(answer) : "";

        assertThat(status).as(sample + "\n" + body).isEqualTo(expected);
        JsonNode json = body.isEmpty() ? null : Json.MAPPER.readTree(body);
        if (expected == 204) assertThat(body).isEmpty();
        else assertThat(json.isContainerNode()).as(body).isTrue();
        if (name != null) IDS.put(name, json.get("id").asText());
    }
}
