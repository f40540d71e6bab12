package dev.hilo.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account's limit as an endpoint keeps it: windows of sixty seconds that start with their first call. */
final class Endpoint {

    private final Time time;
    private final int total;
    private double windowStart = Double.NEGATIVE_INFINITY;
    private int used;
    int refused;

    Endpoint(Time time, int total) {
        this.time = time;
        this.total = total;
    }

    /** A call that the budget let go. */
    synchronized Reply.Head call(int cost) {
        if (now() >= windowStart + 60) {
            windowStart = now();
            used = 0;
        }
        if (used + cost > total) {
            refused++;
            long wait = (long) Math.ceil(windowStart + 60 - now());
            return head(429, Map.of("Retry-After", "" + Math.max(1, wait)), 0);
        }
        used += cost;
        return head(200, Map.of(), cost);
    }

    private double now() {
        return time.nanos() / 1e9;
    }

    private Reply.Head head(int status, Map<String, String> more, int cost) {
        var headers = new TreeMap<String, List<String>>();
        headers.put("X-RateLimit-Total", List.of(total + ".0"));
        headers.put("X-RateLimit-Remaining", List.of((total - used) + ".0"));
        headers.put("X-RateLimit-Used-CurrentRequest", List.of("" + cost));
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return new Reply.Head(status, HttpHeaders.of(headers, (name, value) -> true));
    }

    static Reply.Head withoutHeaders() {
        return new Reply.Head(200, HttpHeaders.of(Map.of(), (name, value) -> true));
    }

    static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
