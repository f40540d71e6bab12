package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an endpoint answered. */
public final class Reply {

    private static final Pattern NEXT = Pattern.compile("<\\s*([^>]+)>;\\s*rel=\"next\"");

    /** What an answer says before its body. */
    record Head(int status, HttpHeaders headers) {

        /** What it says of the account's limit, when it says anything. */
        Optional<Limit> limit() {
            return number("X-RateLimit-Total")
                    .flatMap(total -> number("X-RateLimit-Remaining")
                            .map(remaining -> new Limit(
                                    total,
                                    remaining,
                                    number("X-RateLimit-Used-CurrentRequest").orElse(1))));
        }

        Optional<Duration> retryAfter() {
            return number("Retry-After").map(seconds -> Duration.ofSeconds(Math.max(0, seconds)));
        }

        private Optional<Integer> number(String name) {
            try {
                return headers.firstValue(name).map(text -> (int) Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** @param used credits that the call took */
    record Limit(int total, int remaining, int used) {}

    private final Call call;
    private final Head head;
    private final byte[] body;
    private final int attempts;
    private final boolean unsure;

    private Reply(Call call, Calls.Answered<?> answered, byte[] body) {
        this.call = call;
        this.head = answered.head();
        this.body = body;
        this.attempts = answered.attempts();
        this.unsure = answered.unsure();
    }

    static Reply of(Call call, Calls.Answered<byte[]> answered) {
        return new Reply(call, answered, answered.response().body());
    }

    /** An answer whose body went elsewhere. */
    static Reply headOf(Call call, Calls.Answered<?> answered) {
        return new Reply(call, answered, new byte[0]);
    }

    public int status() {
        return head.status;
    }

    public boolean isRefusal() {
        return status() >= 400;
    }

    public Optional<String> header(String name) {
        return head.headers.firstValue(name);
    }

    public byte[] bytes() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + status() + " " + text(), e);
        }
    }

    public <T> T as(Class<T> type) {
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a " + type.getSimpleName() + ": " + status() + " " + text(), e);
        }
    }

    /** The address of the next page, when there is one. */
    public Optional<String> next() {
        return header("Link").map(NEXT::matcher).filter(m -> m.find()).map(m -> m.group(1));
    }

    public Optional<String> requestId() {
        return header("X-Request-Id");
    }

    /** How often the call was sent until this answer came. */
    public int attempts() {
        return attempts;
    }

    /** Whether an earlier attempt may have been done although no answer of it came. */
    public boolean mayBeRepeated() {
        return unsure;
    }

    /**
     * This answer, unless it is a refusal.
     *
     * @throws ApiError when the call was refused
     * @throws OutcomeUnknown on a 5xx for a call that must not be made twice
     */
    public Reply orThrow() {
        if (!isRefusal()) return this;
        if (status() >= 500 && !call.isRepeatable()) throw new OutcomeUnknown(call.toString(), this);
        throw new ApiError(call.toString(), this);
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
