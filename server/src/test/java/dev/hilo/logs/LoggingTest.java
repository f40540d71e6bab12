package dev.hilo.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hilo.config.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LoggingTest {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        MDC.clear();
        System.setErr(before);
        Logging.use(new Logs(Logs.Format.TEXT, Logs.Level.WARN));
    }

    @Test
    void aJsonLineHasTheRequestAndTheWholeError() throws IOException {
        Logging.use(new Logs(Logs.Format.JSON, Logs.Level.INFO));
        MDC.put("request_id", "b7e5");
        LoggerFactory.getLogger("dev.hilo.http").error("GET {} failed", "/a\"b\n", new IllegalStateException("why"));

        JsonNode line = new ObjectMapper().readTree(written());
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("time", "level", "logger", "message", "request_id", "error");
        assertThat(line.get("time").asText()).endsWith("Z");
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("logger").asText()).isEqualTo("dev.hilo.http");
        assertThat(line.get("message").asText()).isEqualTo("GET /a\"b\n failed");
        assertThat(line.get("request_id").asText()).isEqualTo("b7e5");
        assertThat(line.get("error").asText()).contains("IllegalStateException: why", "LoggingTest");
        assertThat(written().lines()).hasSize(1);
    }

    @Test
    void aTextLineEndsWithTheRequestWhereThereIsOne() {
        Logging.use(new Logs(Logs.Format.TEXT, Logs.Level.INFO));
        var log = LoggerFactory.getLogger("dev.hilo.http");
        log.info("started");
        MDC.put("request_id", "b7e5");
        log.info("asked");

        assertThat(written().lines().map(line -> line.replaceFirst("^\\S+", "T")))
                .containsExactly("T INFO  http started", "T INFO  http asked [b7e5]");
    }

    @Test
    void libraryChatterAndWhatIsBelowTheLevelIsLeftOut() {
        Logging.use(new Logs(Logs.Format.TEXT, Logs.Level.INFO));
        LoggerFactory.getLogger("org.flywaydb.core").info("chatter");
        LoggerFactory.getLogger("dev.hilo.http").debug("detail");

        assertThat(written()).isEmpty();
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
