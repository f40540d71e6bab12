package dev.hilo.answers.draft;

import dev.hilo.api.AcceptDraft;
import dev.hilo.api.DraftView;
import dev.hilo.api.EditDraft;
import dev.hilo.api.Json;
import dev.hilo.api.MarkPassage;
import dev.hilo.api.RefuseDraft;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntConsumer;

/** {@code /api/hilo/v1/tickets/{id}/draft} and {@code /api/hilo/v1/drafts} */
public final class DraftsApi {

    private final Drafts drafts;

    public DraftsApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Asked for a stream it tells of each step; otherwise it answers when all is done. */
    public Answer draft(Call call) {
        var caller = call.caller();
        long ticket = call.id();
        if (!call.wantsStream() || call.header("Idempotency-Key") != null) return created(drafts.draft(caller, ticket));
        drafts.requireSeen(caller, ticket);
        String cause = "api " + call.requestId();
        return new Answer.Stream(out ->
                stream(out, found -> Acting.as(Actor.of(caller), cause, () -> drafts.draft(caller, ticket, found))));
    }

    private static Answer created(DraftView draft) {
        return new Answer.Created("/api/hilo/v1/drafts/" + draft.id(), draft);
    }

    private interface Work {
        DraftView draft(IntConsumer found);
    }

    private static void stream(Answer.Sink out, Work work) throws IOException {
        tell(out, "reading", Map.of());
        try {
            var draft = work.draft(found -> tellFound(out, found));
            tell(out, "passages", draft.passages());
            for (var line : draft.lines()) tell(out, "line", line);
            tell(out, "draft", draft);
        } catch (Refusal e) {
            tell(out, "refused", Map.of("message", e.getMessage()));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static void tellFound(Answer.Sink out, int found) {
        try {
            tell(out, "found", Map.of("passages", found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Answer.Sink out, String event, Object data) throws IOException {
        String text = "event: " + event + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    public Answer offered(Call call) {
        return Answer.ok(drafts.offered(call.caller(), call.id()));
    }

    public Answer view(Call call) {
        return Answer.ok(drafts.view(call.caller(), call.id()));
    }

    public Answer accept(Call call) {
        return Answer.ok(drafts.accept(call.caller(), call.id(), call.body(AcceptDraft.class)));
    }

    public Answer edit(Call call) {
        return Answer.ok(drafts.edit(call.caller(), call.id(), call.body(EditDraft.class)));
    }

    public Answer refuse(Call call) {
        return Answer.ok(drafts.refuse(call.caller(), call.id(), call.body(RefuseDraft.class)));
    }

    public Answer mark(Call call) {
        drafts.mark(call.caller(), call.id(), call.body(MarkPassage.class));
        return Answer.done();
    }
}
