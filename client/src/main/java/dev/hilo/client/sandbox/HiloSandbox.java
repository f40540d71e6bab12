package dev.hilo.client.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A Hilo of one's own for the tests of an integration: empty, on free ports, with a clock to set, faults to order and a log
 * of every call. With {@code hilo-server} among the test dependencies, or {@code HILO_LAUNCHER} naming the launcher, one line
 * of JUnit starts it and stops it:
 *
 * <pre>{@code
 * @AutoClose
 * static final HiloSandbox hilo = HiloSandbox.start();
 * }</pre>
 *
 * What can be controlled is described in {@code docs/api/sandbox.md}.
 */
public final class HiloSandbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTROLS = "/api/hilo/v1/sandbox";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxProcess process;

    private HiloSandbox(SandboxProcess process) {
        this.process = process;
    }

    /** An account with one administrator and no tickets. */
    public static HiloSandbox start() {
        return remembered(SandboxProcess.start("--empty"));
    }

    /** An account with a year of tickets in English and Spanish, which takes a few seconds to make. */
    public static HiloSandbox withSampleData() {
        return remembered(SandboxProcess.start());
    }

    private static HiloSandbox remembered(SandboxProcess process) {
        var sandbox = new HiloSandbox(process);
        sandbox.snapshot("start");
        return sandbox;
    }

    /** What clients take for {@code https://acme.freshdesk.com}. */
    public URI address() {
        return process.address();
    }

    /** The administrator's API key. */
    public String key() {
        return process.key();
    }

    public Instant now() {
        return Instant.parse(control("GET", "/clock", null).get("now").asText());
    }

    /** Lets time pass; what becomes due in it is done when this returns. */
    public void advance(Duration by) {
        control("POST", "/clock/advance", Map.of("by", by.toString()));
    }

    /** Holds the account to so many calls a minute. */
    public void limit(int callsPerMinute) {
        control("PUT", "/limits", Map.of("calls_per_minute", callsPerMinute));
    }

    public void unlimited() {
        control("PUT", "/limits", Map.of("enforced", false));
    }

    /** The next calls whose path has a part that matches are answered with this status, and nothing is done. */
    public void failNext(int calls, String pathPattern, int status) {
        fault(Map.of("kind", "answer", "status", status, "times", calls, "path", pathPattern));
    }

    /** The next calls whose path has a part that matches are carried out, but their caller never hears of it. */
    public void loseAnswers(int calls, String pathPattern) {
        fault(Map.of("kind", "drop", "afterwards", true, "times", calls, "path", pathPattern));
    }

    /** Any other fault, by the fields of {@code POST /api/hilo/v1/sandbox/faults}. */
    public void fault(Map<String, ?> fault) {
        control("POST", "/faults", fault);
    }

    public void clearFaults() {
        control("DELETE", "/faults", null);
    }

    /** The calls since the start or since they were forgotten: {@code calls}, {@code credits}, {@code by_status}, {@code by_path}. */
    public JsonNode counts() {
        return control("GET", "/calls/count", null);
    }

    /** The last calls, newest first. */
    public JsonNode calls() {
        return control("GET", "/calls?limit=10000", null);
    }

    public void forgetCalls() {
        control("DELETE", "/calls", null);
    }

    public void snapshot(String name) {
        control("POST", "/snapshots", Map.of("name", name));
    }

    public void reset(String snapshot) {
        control("POST", "/reset", Map.of("name", snapshot));
    }

    /** As it was when it started: the data, no faults, no calls, no limits. */
    public void reset() {
        reset("start");
        clearFaults();
        unlimited();
        forgetCalls();
    }

    private JsonNode control(String method, String path, Map<String, ?> body) {
        try {
            var answer = http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox does not answer:\n" + process.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, Map<String, ?> body) throws IOException {
        var credentials = Base64.getEncoder().encodeToString((key() + ":X").getBytes(StandardCharsets.UTF_8));
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(new HashMap<>(body)));
        return HttpRequest.newBuilder(address().resolve(CONTROLS + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
    }

    @Override
    public void close() {
        process.close();
    }
}
