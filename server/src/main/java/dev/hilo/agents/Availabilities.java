package dev.hilo.agents;

import dev.hilo.accounts.Caller;
import dev.hilo.api.AgentAvailability;
import dev.hilo.api.AgentAvailabilityItem;
import dev.hilo.api.Avatar;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateAgentAvailability;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;

/** How much each agent takes on. */
public final class Availabilities {

    private static final String CHANNEL = "freshdesk";

    private final Database database;
    private final Clock clock;
    private final Attachments attachments;

    public Availabilities(Database database, Clock clock, Attachments attachments) {
        this.database = database;
        this.clock = clock;
        this.attachments = attachments;
    }

    Page<AgentAvailabilityItem> list(Caller caller, AgentFilter filter, Paging paging, Address address) {
        return database.read(h -> {
            var rows =
                    h.attach(AvailabilityStore.class).list(caller.accountId(), filter, paging.limit(), paging.offset());
            var ids = rows.stream().map(AvailabilityStore.Row::id).toList();
            var avatars = attachments.avatars(h, caller.accountId(), ids, address);
            return Page.of(rows, paging).map(row -> item(caller.accountId(), row, avatars.get(row.id()), address));
        });
    }

    AgentAvailability require(Caller caller, long id, Address address) {
        var row = database.read(h -> h.attach(AvailabilityStore.class).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new);
        return new AgentAvailability(
                reference(address, id),
                List.of(channel(row, false)),
                false,
                row.availabilityUpdatedAt(),
                row.availabilityControl());
    }

    /** Answers in the shape of the request, with what is stored now. */
    UpdateAgentAvailability update(Caller caller, long id, UpdateAgentAvailability asked) {
        Integer limit = limit(asked);
        var row = database.write(h -> {
            var store = h.attach(AvailabilityStore.class);
            store.update(caller.accountId(), id, limit, asked.availabilityControl(), clock.instant());
            return store.find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
        });
        return new UpdateAgentAvailability(
                List.of(new UpdateAgentAvailability.Limit(CHANNEL, row.assignmentLimit())),
                asked.availabilityControl() == null ? null : row.availabilityControl());
    }

    private static Integer limit(UpdateAgentAvailability asked) {
        if (asked.channelAvailability() == null || asked.channelAvailability().isEmpty()) return null;
        int limit = asked.channelAvailability().getLast().assignmentLimit();
        var problems = new Problems();
        problems.addIf(
                limit < 1,
                FieldError.invalid("channel_availability.assignment_limit", "It should be a Positive Integer"));
        problems.refuse();
        return limit;
    }

    private static AgentAvailabilityItem item(
            long accountId, AvailabilityStore.Row row, Avatar avatar, Address address) {
        var user = new AgentAvailabilityItem.User(
                row.id(),
                row.name(),
                row.email(),
                row.createdAt(),
                row.updatedAt(),
                accountId,
                row.active(),
                null,
                row.jobTitle(),
                row.phone(),
                row.mobile(),
                row.twitterId(),
                row.description(),
                row.timeZone(),
                false,
                null,
                row.language(),
                row.address(),
                null,
                true,
                row.uniqueExternalId(),
                row.companyId(),
                "contact",
                null);
        return new AgentAvailabilityItem(
                row.id(),
                new AgentAvailabilityItem.UserData(user),
                new AgentAvailabilityItem.Person(row.name(), row.email(), avatar),
                new AgentAvailabilityItem.OnList(
                        reference(address, row.id()), List.of(channel(row, null)), row.availabilityUpdatedAt()),
                row.deactivated(),
                row.availabilityControl(),
                row.roundRobin());
    }

    private static AgentAvailability.Channel channel(AvailabilityStore.Row row, Boolean pauseAssignment) {
        return new AgentAvailability.Channel(
                row.assignmentLimit(),
                row.load(),
                row.available(),
                CHANNEL,
                row.available(),
                row.roundRobin(),
                row.availabilityUpdatedAt(),
                null,
                pauseAssignment);
    }

    private static String reference(Address address, long id) {
        return address.of("/api/v2/agents/" + id);
    }
}
