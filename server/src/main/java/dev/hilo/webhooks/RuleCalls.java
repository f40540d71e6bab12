package dev.hilo.webhooks;

import dev.hilo.automations.CallSender;
import dev.hilo.automations.OneOffCall;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** The calls of automation rules, guarded as those of webhooks are. */
public final class RuleCalls implements CallSender {

    private final Sender sender;

    public RuleCalls(Sender sender) {
        this.sender = sender;
    }

    @Override
    public Outcome send(long accountId, OneOffCall call) {
        var headers = new LinkedHashMap<String, String>();
        call.headers()
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        byte[] body = call.body() == null ? null : call.body().getBytes(StandardCharsets.UTF_8);
        var outcome = sender.send(call.method(), call.url(), headers, body);
        if (outcome.isDone()) return new Outcome(outcome.status(), null);
        return new Outcome(outcome.status(), outcome.error() == null ? "HTTP " + outcome.status() : outcome.error());
    }
}
