package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The calls of a first load: the pages of three lists, and a page of each ticket that can have entries. */
class FirstLoadTest {

    private static final int LIVE = 130;
    private static final int SPAM = 3;
    private static final int DELETED = 4;
    private static final int WITH_ENTRIES = 40;

    @Test
    void no_more_tickets_and_entries_are_asked_for_than_there_have_to_be() throws Exception {
        try (var twins = new Twins()) {
            twins.later();
            var tickets = IntStream.range(0, LIVE + SPAM + DELETED)
                    .mapToLong(i -> ticket(twins, i))
                    .boxed()
                    .toList();
            twins.later();
            tickets.subList(0, WITH_ENTRIES)
                    .forEach(id -> created(twins.ada.post("/tickets/" + id + "/notes", Map.of("body", "Looking"))));
            tickets.subList(LIVE, LIVE + SPAM).forEach(id -> markAsSpam(twins, id));
            tickets.subList(LIVE + SPAM, tickets.size()).forEach(id -> twins.ada.delete("/tickets/" + id));
            twins.later();

            var calls = twins.calls(twins::sync).stream()
                    .filter(call -> call.startsWith("GET /tickets"))
                    .toList();

            var lists = calls.stream().filter("GET /tickets"::equals).toList();
            var conversations = calls.stream()
                    .filter(call -> call.endsWith("/conversations"))
                    .toList();
            assertThat(lists).hasSize(pages(LIVE) + pages(SPAM) + pages(DELETED));
            // What was marked or deleted has changed since it was made, so that it may have entries too.
            assertThat(conversations).doesNotHaveDuplicates().hasSize(WITH_ENTRIES + SPAM + DELETED);
            // No list tells of a ticket's own files.
            assertThat(calls).hasSize(lists.size() + conversations.size() + tickets.size());
            assertThat(counts(twins)).containsExactly(LIVE + SPAM + DELETED, WITH_ENTRIES);
        }
    }

    /** There is no call for it. */
    private static void markAsSpam(Twins twins, long ticket) {
        twins.source
                .database()
                .run(h -> h.execute(
                        "update tickets set spam = true, updated_at = updated_at + interval '1 hour' where id = ?",
                        ticket));
    }

    private static int pages(int tickets) {
        return Math.ceilDiv(tickets, 100);
    }

    private static long ticket(Twins twins, int number) {
        return created(twins.ada.post(
                "/tickets",
                Map.of(
                        "email",
                        "c" + number % 10 + "@customer.test",
                        "subject",
                        "Parcel " + number,
                        "description",
                        "Where is it?",
                        "status",
                        2,
                        "priority",
                        1)));
    }

    private static long created(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private static List<Integer> counts(Twins twins) {
        return twins.here
                .database()
                .read(h -> h.createQuery("""
                        select count(*) from tickets where account_id = :account
                        union all
                        select count(*) from conversations where account_id = :account""")
                        .bind("account", twins.accountId)
                        .mapTo(Integer.class)
                        .list());
    }
}
