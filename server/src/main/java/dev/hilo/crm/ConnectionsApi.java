package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Among;
import dev.hilo.crm.hubspot.HubSpot;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Page;
import java.time.Instant;
import java.util.Locale;

/** {@code /api/hilo/v1/crm/hubspot} */
public final class ConnectionsApi {

    /** @param dryRun whether nothing is written; so it is unless told otherwise */
    public record AskedRun(Boolean dryRun) {}

    /** Which links. */
    public record LinkParams(
            @Among({"company", "contact", "ticket"}) String kind, Long id) {}

    /** A connection, and how its last run went. */
    record View(
            String crm,
            String address,
            String account,
            JsonNode mapping,
            String notes,
            Instant since,
            boolean requestersOnly,
            int everyMinutes,
            boolean active,
            boolean writes,
            String state,
            Instant dueAt,
            Instant lastStartedAt,
            Instant lastEndedAt,
            JsonNode lastReport,
            String lastError,
            Instant createdAt,
            Instant updatedAt) {}

    /** @param kind {@code ticket} for the note of one @param url where a person sees it there */
    record Link(String kind, long id, String remoteId, String url, String state, String error, Instant at) {}

    private final Connections connections;

    public ConnectionsApi(Connections connections) {
        this.connections = connections;
    }

    public Answer view(Call call) {
        return Answer.ok(view(connections.require(accountId(call))));
    }

    public Answer put(Call call) {
        return Answer.ok(view(connections.put(accountId(call), call.body(PutConnection.class))));
    }

    public Answer delete(Call call) {
        connections.delete(accountId(call));
        return Answer.done();
    }

    public Answer run(Call call) {
        boolean isDry = !Boolean.FALSE.equals(call.body(AskedRun.class).dryRun());
        return Answer.accepted(view(connections.ask(accountId(call), isDry)));
    }

    public Answer links(Call call) {
        var params = call.parameters(LinkParams.class);
        long accountId = accountId(call);
        String home = connections.require(accountId).home();
        String kind = params.kind() == null ? null : params.kind().toUpperCase(Locale.ROOT);
        var page = connections.ties(accountId, kind, params.id(), call.paging());
        return Answer.page(
                new Page<>(page.items().stream().map(tie -> link(home, tie)).toList(), page.hasMore()));
    }

    public Answer forget(Call call) {
        var params = call.parameters(LinkParams.class);
        if (params.kind() == null || params.id() == null) throw new Refusal.NotFound();
        connections.forget(accountId(call), Crm.Kind.valueOf(params.kind().toUpperCase(Locale.ROOT)), params.id());
        return Answer.done();
    }

    private static long accountId(Call call) {
        return call.account().accountId();
    }

    private static View view(Connection c) {
        return new View(
                c.crm(),
                c.address(),
                c.home(),
                c.mapping(),
                c.notes(),
                c.since(),
                c.requestersOnly(),
                c.everyMinutes(),
                c.active(),
                c.writes(),
                c.asked() == null ? c.state() : "ASKED",
                c.dueAt(),
                c.lastStartedAt(),
                c.lastEndedAt(),
                c.lastReport(),
                c.lastError(),
                c.createdAt(),
                c.updatedAt());
    }

    private static Link link(String home, Tie tie) {
        String url = tie.remoteId() == null || home == null ? null : HubSpot.page(tie.kind(), home, tie.remoteId());
        return new Link(
                tie.kind().name().toLowerCase(Locale.ROOT),
                tie.recordId(),
                tie.remoteId(),
                url,
                tie.state(),
                tie.error(),
                tie.at());
    }
}
