package dev.hilo.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** How a client is to call: {@code HiloClient.to(address, key).keepingFree(0.8).urgent().build()}. */
public final class ClientBuilder {

    /** How long a file may take. */
    private static final Duration FILE = Duration.ofMinutes(5);

    private final URI base;
    private final String authorization;
    private Retries retries = Retries.DEFAULT;
    private Budget budget;
    private double keptFree = 0.5;
    private Duration timeout = Duration.ofSeconds(60);
    private Urgency urgency = Urgency.BULK;
    private Time time = Time.SYSTEM;
    private boolean onceOnlyKeys;

    ClientBuilder(URI base, String key) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
    }

    /** {@code HiloClient.to(address, key).retries(Retries.DEFAULT.attempts(10)).build()} */
    public ClientBuilder retries(Retries retries) {
        this.retries = retries;
        return this;
    }

    /**
     * {@code HiloClient.to(address, key).keepingFree(0.8).build()}
     *
     * @param share of the account's limit for others, from 0 to less than 1; half when it is not told
     */
    public ClientBuilder keepingFree(double share) {
        this.keptFree = share;
        return this;
    }

    /** One budget for all clients of an account. */
    public ClientBuilder budget(Budget budget) {
        this.budget = budget;
        return this;
    }

    /** How long an answer may take, its body included; a minute when it is not told. */
    public ClientBuilder timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Calls that somebody waits for; bulk calls when it is not told. */
    public ClientBuilder urgent() {
        this.urgency = Urgency.URGENT;
        return this;
    }

    /** By which pauses are measured. */
    public ClientBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /** For a Hilo: each POST carries an {@code Idempotency-Key}, so that it can be sent again. */
    public ClientBuilder onceOnlyKeys() {
        this.onceOnlyKeys = true;
        return this;
    }

    public HiloClient build() {
        return new HiloClient(calls(), urgency, onceOnlyKeys, downloads());
    }

    private static HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(redirect)
                .build();
    }

    Calls calls() {
        var kept = budget == null ? Budget.keepingFree(keptFree, time) : budget;
        return new Calls(client(HttpClient.Redirect.NEVER), base, authorization, retries, kept, timeout, time);
    }

    /** Files lie with somebody else as a rule, who must not see the key and counts no calls. */
    Downloads downloads() {
        return new Downloads(
                () -> new Calls(client(HttpClient.Redirect.NORMAL), base, null, retries, Budget.none(), FILE, time));
    }
}
