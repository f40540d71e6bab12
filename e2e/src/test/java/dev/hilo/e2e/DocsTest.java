package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the docs say to paste is pasted: each block of shell with a request, by the real curl, against the demo. */
class DocsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    /**
     * Prints a line for each request that is not answered with success. One with a word in capitals for an id of the
     * reader's own is asked too, and only has to be told so.
     */
    private static final String CURL = """
            curl() {
              local body status most=30
              [[ "$*" != *event-stream* ]] || most=2
              body=$(mktemp)
              status=$(command curl -sS -m $most -o "$body" -w '%{http_code}' "$@" 2>&1) || true
              case $status in
                2* | 3*) ;;
                40* | 41*) [[ "$*" =~ (/|:|\\ |\\")[A-Z][A-Z_]{2,}(/|\\"|,|\\}|\\ |\\?|$) ]] || echo "$status: $* $(head -c 300 "$body")" ;;
                *) echo "$status: $* $(head -c 300 "$body")" ;;
              esac
              cat "$body" >&2
            }
            """;

    @TempDir
    private static Path home;

    private static HiloProcess demo;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "SKIPPED: there is no curl on this machine");
        demo = HiloProcess.start("demo", home.resolve("hilo"), Map.of());
        for (var file : List.of("invoice.pdf", "manual.pdf")) Files.writeString(home.resolve(file), "%PDF-1.4");
        Files.writeString(home.resolve("people.csv"), "name,email\nBo,bo@borealis.example\n");
        Files.writeString(home.resolve("faq.csv"), "question,answer\nWhy?,Therefore.\n");
    }

    @AfterAll
    static void stop() {
        if (demo != null) demo.close();
    }

    @TestFactory
    List<DynamicTest> requests() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : documents()) {
            int number = 0;
            var blocks = BLOCK.matcher(Files.readString(file));
            while (blocks.find()) {
                String block = blocks.group(1);
                if (!block.contains("curl ") || !block.contains("127.0.0.1:8080") || block.contains("./hilo")) continue;
                String name = PROJECT.relativize(file) + " " + ++number;
                tests.add(dynamicTest(name, () -> paste(block)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(35);
        return tests;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(file -> file.toString().endsWith(".md")),
                            Stream.of(PROJECT.resolve("README.md"), PROJECT.resolve("README.es.md")))
                    .sorted()
                    .toList();
        }
    }

    private static void paste(String block) throws Exception {
        String here = block.replace("http://127.0.0.1:8080", demo.http().toString());
        var process = new ProcessBuilder("bash", "-c", CURL + here)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(said.lines().filter(line -> line.matches("\\d{3}.*|curl: .*")))
                .as(block)
                .isEmpty();
    }
}
