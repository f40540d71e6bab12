package dev.hilo.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** The one place where calls leave: within the budget, again after failures, never twice where that does harm. */
final class Calls {

    /** One endpoint's answer after some attempts. @param unsure whether an earlier attempt may have been done */
    record Answered<B>(HttpResponse<B> response, int attempts, boolean unsure) {
        Reply.Head head() {
            return new Reply.Head(response.statusCode(), response.headers());
        }
    }

    private final HttpClient http;
    private final URI base;
    private final String authorization;
    private final Retries retries;
    private final Budget budget;
    private final Duration timeout;
    private final Time time;
    private final RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");

    Calls(
            HttpClient http,
            URI base,
            String authorization,
            Retries retries,
            Budget budget,
            Duration timeout,
            Time time) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
        this.retries = retries;
        this.budget = budget;
        this.timeout = timeout;
        this.time = time;
    }

    Budget budget() {
        return budget;
    }

    Reply send(Call call) {
        return Reply.of(call, exchange(call, BodyHandlers.ofByteArray()));
    }

    /** Sends the call until it is answered for good. */
    <B> Answered<B> exchange(Call call, BodyHandler<B> handler) {
        boolean unsure = false;
        for (int attempt = 1; ; attempt++) {
            try {
                var response = once(call, handler);
                var head = new Reply.Head(response.statusCode(), response.headers());
                if (attempt == retries.attempts() || !isWorthAnother(call, head))
                    return new Answered<>(response, attempt, unsure);
                unsure |= head.status() >= 500;
                if (head.status() != 429 || !budget.holds(head)) pauseAfter(attempt, head.retryAfter());
            } catch (IOException | UnresolvedAddressException e) {
                boolean sent = !neverLeft(e);
                if (sent && !call.isRepeatable()) throw new OutcomeUnknown(call.toString(), e);
                if (attempt == retries.attempts()) throw new Unreachable(call.toString(), attempt, e);
                unsure |= sent;
                pauseAfter(attempt, Optional.empty());
            }
        }
    }

    private boolean isWorthAnother(Call call, Reply.Head head) {
        if (head.retryAfter().orElse(Duration.ZERO).compareTo(retries.patience()) > 0) return false;
        if (head.status() == 429) return true;
        // The first attempt is still being answered.
        if (head.status() == 409 && call.onceKey() != null)
            return head.retryAfter().isPresent();
        return head.status() >= 500 && head.status() != 501 && call.isRepeatable();
    }

    private static boolean neverLeft(Exception failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException;
    }

    private <B> HttpResponse<B> once(Call call, BodyHandler<B> handler) throws IOException {
        Budget.Pass pass;
        try {
            pass = budget.take(call);
        } catch (InterruptedException e) {
            throw interrupted(call, false);
        }
        boolean answered = false;
        try {
            var response = transmit(call, handler);
            budget.settle(pass, new Reply.Head(response.statusCode(), response.headers()));
            answered = true;
            return response;
        } finally {
            if (!answered) budget.release(pass);
        }
    }

    /** Bounded as a whole: a request's own timeout ends with the answer's head. */
    private <B> HttpResponse<B> transmit(Call call, BodyHandler<B> handler) throws IOException {
        var sent = http.sendAsync(request(call), handler);
        try {
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new HttpTimeoutException("No answer within " + timeout);
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw interrupted(call, true);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException bug -> throw bug;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(base.resolve(call.path()))
                .method(call.method(), call.content().publisher().get());
        request.header("User-Agent", "hilo-client");
        if (authorization != null) request.header("Authorization", authorization);
        if (call.content().type() != null)
            request.header("Content-Type", call.content().type());
        if (call.onceKey() != null) request.header("Idempotency-Key", call.onceKey());
        return request.build();
    }

    private void pauseAfter(int attempt, Optional<Duration> asked) {
        try {
            var own = retries.pauseAfter(attempt, chance);
            time.pause(asked.filter(length -> length.compareTo(own) > 0).orElse(own));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("A further attempt", attempt, e);
        }
    }

    private static HiloError interrupted(Call call, boolean sent) {
        Thread.currentThread().interrupt();
        var cause = new InterruptedException("The thread was interrupted");
        return sent && !call.isRepeatable()
                ? new OutcomeUnknown(call.toString(), cause)
                : new Unreachable(call.toString(), 1, cause);
    }
}
