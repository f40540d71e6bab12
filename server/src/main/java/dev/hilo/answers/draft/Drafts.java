package dev.hilo.answers.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.Sight;
import dev.hilo.answers.draft.Passages.Audience;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.answers.voice.Voices;
import dev.hilo.api.AcceptDraft;
import dev.hilo.api.CreateReply;
import dev.hilo.api.DraftView;
import dev.hilo.api.EditDraft;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.MarkPassage;
import dev.hilo.api.RefuseDraft;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.pages.Proposals;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;

/** The answers that are put before agents, and what becomes of them. */
public final class Drafts implements Proposals {

    private final Database database;
    private final TicketReader tickets;
    private final Passages passages;
    private final Similarity similarity;
    private final LanguageModels models;
    private final Voices voices;
    private final Conversations conversations;
    private final Clock clock;
    private final Decider decider = new Decider();

    public Drafts(
            Database database,
            Passages passages,
            Similarity similarity,
            LanguageModels models,
            Voices voices,
            Conversations conversations,
            Clock clock) {
        this.database = database;
        this.tickets = new TicketReader(database);
        this.passages = passages;
        this.similarity = similarity;
        this.models = models;
        this.voices = voices;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** With what is known and set now. */
    public Configuration configuration(Account account, String language, String signer, double gate) {
        return new Configuration(
                account.name(),
                signer,
                voices.of(account.accountId(), language),
                gate,
                Audience.CUSTOMERS,
                models.of(account.accountId()).orElse(null),
                similarity);
    }

    /** Decides without writing anything down. */
    public Decision decide(Account account, TicketSoFar ticket, String signer, double gate) {
        return decider.decide(ticket, this::helpful, configuration(account, ticket.language(), signer, gate));
    }

    /** Answers the team from all that it may know, in no voice. */
    public Decision answerTeam(Account account, TicketSoFar question, double gate) {
        var configuration = configuration(account, question.language(), account.name(), gate);
        return decider.decide(question, this::helpful, configuration.forTeam());
    }

    /** What the team knows of something. */
    public List<Passage> search(Caller caller, String text, String language, int most) {
        return passages.find(new Passages.Asked(caller.accountId(), text, language, Audience.TEAM, null, most));
    }

    private List<Passage> helpful(Passages.Asked asked) {
        var found = passages.find(asked);
        if (found.isEmpty()) return found;
        var ids = found.stream().map(Passage::id).toList();
        var unhelpful =
                new HashSet<>(database.read(h -> h.attach(DraftStore.class).unhelpful(asked.accountId(), ids)));
        var helpful = found.stream().filter(p -> !unhelpful.contains(p.id())).toList();
        return database.read(h -> Marks.wanted(h.attach(DraftStore.class), asked.accountId(), helpful));
    }

    /** A new draft for a ticket that the caller sees; it takes the place of one that was offered before. */
    public DraftView draft(Caller caller, long ticketId) {
        return draft(caller, ticketId, found -> {});
    }

    /** @param found is told how many passages are to be read, before the answer is made */
    DraftView draft(Caller caller, long ticketId, IntConsumer found) {
        var ticket = tickets.read(caller, ticketId);
        var configuration = configuration(caller.account(), ticket.language(), caller.name(), Configuration.USUAL_GATE);
        var decision = decider.decide(ticket, asked -> told(found, helpful(asked)), configuration);
        return database.write(h -> {
            long id = offer(h, caller.accountId(), ticketId, caller.agentId(), decision);
            return require(h, caller, id).view();
        });
    }

    private static List<Passage> told(IntConsumer found, List<Passage> passages) {
        found.accept(passages.size());
        return passages;
    }

    /** Puts a decision before the agents, in a transaction of the caller's. @param agentId null when nobody asked */
    public long offer(Handle handle, long accountId, long ticketId, Long agentId, Decision decision) {
        var store = handle.attach(DraftStore.class);
        var now = clock.instant();
        store.withdraw(accountId, ticketId, now);
        return store.insert(
                accountId,
                ticketId,
                decision.kind().name(),
                agentId,
                decision.language(),
                decision.confidence(),
                decision.gate(),
                decision.version(),
                Json.MAPPER.valueToTree(decision),
                now);
    }

    /** Takes an offer back that nobody took. */
    public void withdraw(Handle handle, long accountId, long ticketId) {
        handle.attach(DraftStore.class).withdraw(accountId, ticketId, clock.instant());
    }

    /** Whether nobody has taken, refused or replaced it. */
    public boolean isOffered(Handle handle, long accountId, long id) {
        return handle.attach(DraftStore.class)
                .lockState(accountId, id)
                .map("OFFERED"::equals)
                .orElse(false);
    }

    public Decision decision(Handle handle, long accountId, long id) {
        return handle.attach(DraftStore.class)
                .byId(accountId, id)
                .orElseThrow(Refusal.NotFound::new)
                .decided();
    }

    /** It went out as it was. */
    public void sent(Handle handle, long accountId, long id, long conversationId) {
        String text = decision(handle, accountId, id).text();
        handle.attach(DraftStore.class)
                .settle(accountId, id, "ACCEPTED", null, text, null, conversationId, clock.instant());
    }

    @Override
    public void sent(Handle handle, Caller caller, long ticketId, long proposal, String body, long entry) {
        var found = handle.attach(DraftStore.class).lock(Sight.of(caller), proposal);
        if (found.isEmpty()
                || found.get().ticketId() != ticketId
                || !found.get().isOffered()) return;
        String offered = found.get().decided().text();
        String text = Html.toText(Html.clean(body)).strip();
        boolean isSame = plain(text).equals(plain(offered));
        var difference = isSame ? null : Difference.of(offered, text);
        settle(handle, caller, found.get(), isSame ? "ACCEPTED" : "EDITED", null, text, difference, entry);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public void takenBack(Handle handle, Caller caller, long ticketId, long entry) {
        var store = handle.attach(DraftStore.class);
        store.reopen(caller.accountId(), ticketId, entry, clock.instant());
        store.unmarkOffered(caller.accountId(), ticketId);
    }

    /** What waits in the composer of a ticket; empty where nothing does. */
    Optional<DraftView> waiting(Caller caller, long ticketId) {
        return database.read(h -> {
            h.attach(TicketStore.class).head(Sight.of(caller), ticketId).orElseThrow(Refusal.NotFound::new);
            return h.attach(DraftStore.class)
                    .offered(caller.accountId(), ticketId)
                    .map(DraftRow::view);
        });
    }

    /** What waits in the composer of a ticket. */
    DraftView offered(Caller caller, long ticketId) {
        return waiting(caller, ticketId).orElseThrow(Refusal.NotFound::new);
    }

    void requireSeen(Caller caller, long ticketId) {
        tickets.read(caller, ticketId);
    }

    DraftView view(Caller caller, long id) {
        return database.read(h -> require(h, caller, id)).view();
    }

    private static DraftRow require(Handle handle, Caller caller, long id) {
        return handle.attach(DraftStore.class).find(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
    }

    DraftView accept(Caller caller, long id, AcceptDraft asked) {
        return database.write(h -> {
            var draft = offeredNow(h, caller, id);
            var decision = draft.decided();
            if (!decision.isAnswer()) throw new Refusal.InconsistentState("There is no answer in this draft");
            Long sent = sent(h, caller, draft, asked.send(), asked.conversationId(), DraftRow.html(decision.text()));
            settle(h, caller, draft, "ACCEPTED", null, decision.text(), null, sent);
            return require(h, caller, id).view();
        });
    }

    DraftView edit(Caller caller, long id, EditDraft asked) {
        if (asked.body().isBlank()) throw new Refusal.Invalid(FieldError.missing("body", "String"));
        return database.write(h -> {
            var draft = offeredNow(h, caller, id);
            Long sent = sent(h, caller, draft, asked.send(), asked.conversationId(), asked.body());
            String text = Html.toText(Html.clean(asked.body())).strip();
            var difference = Difference.of(draft.decided().text(), text);
            settle(h, caller, draft, "EDITED", null, text, difference, sent);
            return require(h, caller, id).view();
        });
    }

    DraftView refuse(Caller caller, long id, RefuseDraft asked) {
        return database.write(h -> {
            settle(h, caller, offeredNow(h, caller, id), "REFUSED", asked.reason(), null, null, null);
            return require(h, caller, id).view();
        });
    }

    private static DraftRow offeredNow(Handle handle, Caller caller, long id) {
        var draft = handle.attach(DraftStore.class).lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
        if (!draft.isOffered()) {
            throw new Refusal.InconsistentState("This draft is " + draft.state().toLowerCase() + " already");
        }
        return draft;
    }

    /** The reply in which it goes out now, or went out. */
    private Long sent(Handle handle, Caller caller, DraftRow draft, Boolean send, Long conversationId, String html) {
        if (Boolean.TRUE.equals(send)) {
            caller.require(Privilege.REPLY_TICKETS);
            return conversations.reply(
                    handle, caller, draft.ticketId(), new CreateReply(html, null, null, null, null, null, null));
        }
        if (conversationId == null) return null;
        boolean isReply = handle.attach(DraftStore.class).isReply(caller.accountId(), draft.ticketId(), conversationId);
        if (!isReply) throw new Refusal.Invalid(FieldError.unknown("conversation_id", "reply"));
        return conversationId;
    }

    private void settle(
            Handle handle,
            Caller caller,
            DraftRow draft,
            String state,
            String reason,
            String sent,
            JsonNode difference,
            Long conversationId) {
        var store = handle.attach(DraftStore.class);
        var now = clock.instant();
        store.settle(caller.accountId(), draft.id(), state, reason, sent, difference, conversationId, now);
        if (sent != null) Marks.settle(store, caller.accountId(), draft, sent, now);
    }

    void mark(Caller caller, long id, MarkPassage asked) {
        database.run(h -> {
            var draft = require(h, caller, id);
            boolean isOfDraft = draft.decided().passages().stream().anyMatch(p -> p.id().equals(asked.passage()));
            if (!isOfDraft) throw new Refusal.Invalid(FieldError.unknown("passage", "passage"));
            h.attach(DraftStore.class)
                    .mark(caller.accountId(), id, asked.passage(), asked.helpful(), caller.agentId(), clock.instant());
        });
    }
}
