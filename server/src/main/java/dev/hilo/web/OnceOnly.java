package dev.hilo.web;

import dev.hilo.errors.Refusal;
import dev.hilo.idempotency.Claim;
import dev.hilo.idempotency.Fingerprint;
import dev.hilo.idempotency.Idempotency;
import java.util.List;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** Answers a POST that carries an {@code Idempotency-Key}: by its handler once, with the same answer afterwards. */
final class OnceOnly {

    private static final String MAIL = "/api/hilo/v1/mail";
    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Idempotency idempotency;

    OnceOnly(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * Other methods are repeatable by nature, and without a log-in there is nobody whose key it could be. A mail says by
     * itself which one it is.
     */
    static boolean asks(Request request, Route route) {
        return HttpMethod.POST.is(request.getMethod())
                && !route.isPublic()
                && !route.path().equals(MAIL)
                && request.getHeaders().contains(KEY);
    }

    Idempotency.Given answer(Request request, Call call, Body body) {
        var claim = claim(request, call, body);
        try {
            return idempotency.once(
                    claim, () -> AnswerWriter.kept(call.route().handler().answer(call), call.address()));
        } catch (Refusal refusal) {
            if (isFinal(refusal)) idempotency.keep(claim, AnswerWriter.kept(Refusals.of(refusal, request.getMethod())));
            throw refusal;
        }
    }

    private static Claim claim(Request request, Call call, Body body) {
        String address = "POST " + request.getHttpURI().getCanonicalPath() + "?"
                + request.getHttpURI().getQuery();
        return new Claim(
                call.caller().accountId(),
                call.caller().agentId(),
                key(request.getHeaders().getValuesList(KEY)),
                Fingerprint.of(address, body.isForm(), body.fields()));
    }

    private static String key(List<String> sent) {
        String key = sent.size() == 1 ? sent.getFirst().strip() : "";
        boolean isKey =
                !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (isKey) return key;
        throw new Refusal.BadRequest(
                "invalid_idempotency_key", "Idempotency-Key should be 1 to " + LONGEST_KEY + " printable characters");
    }

    /** What the request itself is to blame for; what may be allowed later is not, and may be tried again. */
    private static boolean isFinal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid r -> true;
            case Refusal.Duplicate r -> true;
            case Refusal.BadRequest r -> true;
            case Refusal.InconsistentState r -> true;
            case Refusal.NotFound r -> true;
            case Refusal.MethodNotAllowed r -> true;
            default -> false;
        };
    }
}
