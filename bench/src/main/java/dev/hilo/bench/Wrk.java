package dev.hilo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends one kind of request for random tickets over 16 connections with wrk. */
final class Wrk {

    /** @param notTwoHundreds answers other than 2xx and failed connections, of which there must be none */
    record Result(double perSecond, double p50Millis, double p99Millis, long notTwoHundreds) {}

    static final int CONNECTIONS = 16;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final int port;
    private final String key;
    private final Path folder;

    Wrk(int port, String key, Path folder) {
        this.port = port;
        this.key = key;
        this.folder = folder;
    }

    Result list(int tickets, int seconds) throws IOException, InterruptedException {
        return run("list", """
                request = function()
                  return wrk.format("GET", "/api/v2/tickets/" .. math.random(1, %d) .. "/conversations", headers)
                end
                """.formatted(tickets), seconds);
    }

    Result note(int tickets, String text, int seconds) throws IOException, InterruptedException {
        return run("note", """
                headers["Content-Type"] = "application/json"
                request = function()
                  return wrk.format("POST", "/api/v2/tickets/" .. math.random(1, %d) .. "/notes", headers,
                    '{"body":"%s"}')
                end
                """.formatted(tickets, text), seconds);
    }

    Result get(String path, int seconds) throws IOException, InterruptedException {
        return run("get", """
                request = function() return wrk.format("GET", "%s", headers) end
                """.formatted(path), seconds);
    }

    private Result run(String name, String request, int seconds) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
        String script = """
                local headers = { ["Authorization"] = "Basic %s" }
                local threads = 0
                setup = function(thread) thread:set("id", threads) threads = threads + 1 end
                init = function() math.randomseed(42 + id) end
                %s
                """.formatted(login, request);
        Path file = Files.writeString(folder.resolve(name + ".lua"), script);
        String output = Tools.run(
                Map.of(),
                List.of(
                        "wrk",
                        "-t2",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        file.toString(),
                        "http://127.0.0.1:" + port));
        return new Result(number(RATE, output), percentile(output, 50), percentile(output, 99), notTwoHundreds(output));
    }

    private static double number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) throw new IllegalStateException("wrk said:\n" + output);
        return Double.parseDouble(matcher.group(1));
    }

    private static double percentile(String output, int percent) {
        Matcher line = Pattern.compile(percent + "%\\s+([0-9.]+)(us|ms|s)").matcher(output);
        if (!line.find()) throw new IllegalStateException("wrk said:\n" + output);
        double value = Double.parseDouble(line.group(1));
        return switch (line.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    private static long notTwoHundreds(String output) {
        Matcher bad = BAD.matcher(output);
        long count = bad.find() ? Long.parseLong(bad.group(1)) : 0;
        Matcher socket = SOCKET.matcher(output);
        if (!socket.find()) return count;
        for (int i = 1; i <= 4; i++) count += Long.parseLong(socket.group(i));
        return count;
    }
}
