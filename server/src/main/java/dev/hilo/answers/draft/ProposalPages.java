package dev.hilo.answers.draft;

import dev.hilo.api.Bounds;
import dev.hilo.api.DraftView;
import dev.hilo.api.Json;
import dev.hilo.api.MarkPassage;
import dev.hilo.api.RefuseDraft;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.pages.Frame;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /tickets/{id}/proposal}: the answer that is offered above the composer. */
public final class ProposalPages {

    /** Why people refuse an answer. @param key that says so */
    public record Reason(String name, int key) {}

    public static final List<Reason> REASONS = List.of(
            new Reason("wrong", 1),
            new Reason("beside", 2),
            new Reason("outdated", 3),
            new Reason("incomplete", 4),
            new Reason("tone", 5));

    /** @param draft null where nothing is offered */
    public record Proposal(long ticketId, DraftView draft) {

        public boolean isAnswer() {
            return draft.kind().equals("SELECTED") || draft.kind().equals("WRITTEN");
        }

        public long percent() {
            return Math.round(draft.confidence() * 100);
        }

        public long gatePercent() {
            return Math.round(draft.gate() * 100);
        }

        /** Whether no passage was near in meaning. */
        public boolean isOfWordsAlone() {
            return draft.passages().stream().allMatch(p -> p.similarity() == null);
        }

        public boolean isFallBack() {
            return draft.why().stream().anyMatch(w -> w.startsWith("The language model gave no answer"));
        }

        /** Why there is no answer: the last part of a phrase's key. */
        public String reason() {
            if (draft.kind().equals("PERSON")) return "person";
            if (draft.passages().isEmpty()) return "nothing";
            if (draft.confidence() < draft.gate()) return "unsure";
            return draft.dropped().isEmpty() ? "none" : "unsupported";
        }

        public List<DraftView.Passage> behind(DraftView.Line line) {
            return draft.passages().stream()
                    .filter(p -> line.passages().contains(p.number()))
                    .toList();
        }
    }

    public record Refused(@Bounds(1000) String reason) {}

    public record Marked(
            @Required @Bounds(200) String passage, @Required Boolean helpful) {}

    private final Drafts drafts;
    private final Pages pages;

    public ProposalPages(Drafts drafts, Pages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    /** An answer that waits there, by itself or since somebody asked; what is none is shown to who asked alone. */
    public Answer waiting(Call call) {
        var waiting = drafts.waiting(call.caller(), call.id())
                .filter(draft -> new Proposal(call.id(), draft).isAnswer())
                .orElse(null);
        return part(call, waiting);
    }

    private Answer.Html part(Call call, DraftView draft) {
        return (Answer.Html) pages.part(call, "answers/proposal", new Proposal(call.id(), draft));
    }

    /** Made now: told step by step to who reads server-sent events. */
    public Answer propose(Call call) {
        if (!call.wantsStream()) return part(call, drafts.draft(call.caller(), call.id()));
        drafts.requireSeen(call.caller(), call.id());
        var frame = pages.frame(call);
        String cause = "page " + call.requestId();
        return new Answer.Stream(out -> {
            try {
                Acting.run(Actor.of(call.caller()), cause, () -> stream(call, frame, out));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        });
    }

    private void stream(Call call, Frame frame, Answer.Sink out) {
        try {
            tell(out, "step", frame.text("proposal.reading"));
            var draft = drafts.draft(
                    call.caller(), call.id(), found -> tell(out, "step", frame.count("proposal.found", found)));
            draft.lines().forEach(line -> tell(out, "line", line.text()));
            tell(out, "done", part(call, draft).body());
        } catch (Refusal e) {
            tell(out, "refused", e.getMessage());
        }
    }

    private static void tell(Answer.Sink out, String event, String text) {
        try {
            String data = Json.MAPPER.writeValueAsString(text);
            out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer refuse(Call call) {
        drafts.refuse(
                call.caller(),
                call.id(),
                new RefuseDraft(call.body(Refused.class).reason()));
        return pages.said(call, "proposal.refused");
    }

    public Answer mark(Call call) {
        var marked = call.body(Marked.class);
        drafts.mark(call.caller(), call.id(), new MarkPassage(marked.passage(), marked.helpful()));
        return Answer.done();
    }
}
