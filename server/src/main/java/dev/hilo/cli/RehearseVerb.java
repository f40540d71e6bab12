package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.config.Given;
import dev.hilo.config.GivenSettings;
import dev.hilo.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A short life on a home that is thrown away, from which Java learns what a start and the first calls need. */
@Command(name = "rehearse", hidden = true, description = "Let Java's ahead-of-time cache learn from a short run.")
public final class RehearseVerb implements Callable<Integer> {

    private static final int ROUNDS = 20;
    private static final String TICKET = """
            {"subject":"Rehearsal","description":"<p>Hello</p>","email":"bo@example.com","status":2,"priority":1}""";
    private static final List<String> LISTS = List.of(
            "tickets", "tickets/1/conversations", "contacts", "companies", "agents", "groups", "roles", "absent");

    @Override
    public Integer call() throws Exception {
        var home = Files.createTempDirectory("hilo-rehearsal");
        try {
            rehearse(config(home));
        } finally {
            delete(home);
        }
        return 0;
    }

    private static Config config(Path home) {
        var free = new Given("0", "rehearsal");
        return Config.of(GivenSettings.gather(home, Map.of(), Map.of(Setting.PORT, free, Setting.TLS_PORT, free)));
    }

    private static void rehearse(Config config) throws Exception {
        try (var installation = Installation.toServe(config);
                var client = HttpClient.newHttpClient()) {
            var access = DemoAccess.open(config.home(), installation.hilo(), false);
            installation.hilo().start();
            var root = "http://127.0.0.1:" + installation.hilo().web().port() + "/api/v2/";
            for (int round = 0; round < ROUNDS; round++) {
                client.send(
                        request(root + "tickets", access.key())
                                .POST(BodyPublishers.ofString(TICKET))
                                .build(),
                        BodyHandlers.discarding());
                for (var list : LISTS) {
                    client.send(request(root + list, access.key()).build(), BodyHandlers.discarding());
                }
            }
        }
    }

    private static HttpRequest.Builder request(String address, String key) {
        var user = Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json");
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
