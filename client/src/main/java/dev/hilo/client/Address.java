package dev.hilo.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A path with a query, whose parts can be read and changed. */
record Address(String path, Map<String, String> query) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** Reads an address, of which the host is left out: a proxy may name another than the one that was called. */
    static Address parse(String text) {
        var uri = URI.create(text);
        var query = new LinkedHashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (var pair : uri.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                query.put(
                        URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return new Address(uri.getRawPath(), query);
    }

    /** @param value null leaves the parameter out */
    Address with(String name, Object value) {
        var changed = new LinkedHashMap<>(query);
        if (value == null) changed.remove(name);
        else changed.put(name, value.toString());
        return new Address(path, changed);
    }

    @Override
    public String toString() {
        if (query.isEmpty()) return path;
        return query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
