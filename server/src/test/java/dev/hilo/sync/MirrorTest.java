package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Hilo that mirrors a Hilo. */
class MirrorTest {

    static Twins twins;
    static HiloClient ada;
    static long carla;
    static long group;

    @BeforeAll
    static void start() throws Exception {
        twins = new Twins();
        ada = twins.ada;
        twins.later();
        fill();
        twins.later();
        twins.sync();
    }

    @AfterAll
    static void stop() throws Exception {
        twins.close();
    }

    private static void fill() {
        long firm = id(ada.post("/companies", Map.of("name", "Firm", "domains", List.of("firm.test"), "note", "Big")));
        carla = id(ada.post("/contacts", Map.of("name", "Carla", "email", "Carla@firm.test", "company_id", firm)));
        long gone = id(ada.post("/contacts", Map.of("name", "Gone Girl", "phone", "123")));
        ada.delete("/contacts/" + gone);
        ada.post(
                "/admin/ticket_fields",
                Map.of("type", "custom_text", "label", "Order", "label_for_customers", "Order"));
        group = id(ada.post("/groups", Map.of("name", "Parcels", "agent_ids", List.of(id(ada.get("/agents/me"))))));
        for (int i = 0; i < 12; i++) {
            long ticket = ticket("Parcel " + i);
            if (i % 3 == 0) ada.post("/tickets/" + ticket + "/reply", Map.of("body", "On its way " + i));
            if (i % 4 == 0) ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Note " + i));
            if (i == 10) ada.delete("/tickets/" + ticket);
        }
        fillLibrary();
    }

    private static void fillLibrary() {
        long category = id(ada.post("/solutions/categories", Map.of("name", "Help", "description", "All of it")));
        long folder = id(
                ada.post("/solutions/categories/" + category + "/folders", Map.of("name", "Parcels", "visibility", 1)));
        id(ada.post(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", "Where is it?", "description", "<p>On its way</p>", "type", 1, "status", 2)));
        long prepared = id(ada.post("/canned_response_folders", Map.of("name", "Polite")));
        id(ada.post(
                "/canned_responses",
                Map.of("title", "Hello", "content_html", "<p>Hello</p>", "folder_id", prepared, "visibility", 0)));
    }

    private static long ticket(String subject) {
        long id = id(ada.post(
                "/tickets",
                Map.of(
                        "requester_id",
                        carla,
                        "subject",
                        subject,
                        "description",
                        "<b>Where</b> is it?",
                        "status",
                        2,
                        "priority",
                        1,
                        "tags",
                        List.of("a", "b"),
                        "group_id",
                        group)));
        ada.post(Twins.SANDBOX + "/clock/advance", Map.of("by", "PT2S"));
        return id;
    }

    private static long id(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
        return reply.json().get("id").asLong();
    }

    /** Puts an hour between what was and what comes, and takes in what was. */
    private static void settle() {
        twins.later();
        twins.sync();
    }

    @Test
    void all_that_is_there_is_here_field_by_field() {
        long ticket = ticket("With files");
        id(ada.raw()
                .post(
                        "/tickets/" + ticket + "/notes",
                        new Form()
                                .with("body", "See the bill")
                                .file(
                                        "attachments[]",
                                        "bill.txt",
                                        "12 euros".getBytes(StandardCharsets.UTF_8),
                                        "text/plain")));
        id(ada.post(
                "/tickets/" + ticket + "/satisfaction_ratings",
                Map.of("feedback", "Fine", "ratings", Map.of("default_question", 103))));
        id(ada.post("/tickets/" + ticket + "/time_entries", Map.of("time_spent", "01:30", "note", "Looked")));
        twins.later();
        twins.sync(true);
        twins.assertEqual();
    }

    @Test
    void nothing_changed_takes_three_lists() {
        settle();
        assertThat(twins.calls(twins::sync)).hasSize(3).containsOnly("GET /tickets");
    }

    @Test
    void a_change_takes_the_tail_of_its_ticket_alone() {
        long ticket = ticket("Tail");
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "First"));
        settle();
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Second"));
        long untouched = ticket("Untouched");
        twins.later();

        var calls = twins.calls(twins::sync);

        assertThat(calls)
                .filteredOn(call -> call.contains("/conversations"))
                .containsExactly("GET /tickets/" + ticket + "/conversations");
        assertThat(calls).filteredOn("GET /tickets"::equals).hasSize(3);
        assertThat(twins.mirrored("/tickets/" + untouched).path("subject").asText())
                .isEqualTo("Untouched");
        assertThat(bodies(ticket)).containsExactly("First", "Second");
    }

    private static List<String> bodies(long ticket) {
        return twins.mirrored("/tickets/" + ticket + "/conversations").findValuesAsText("body_text");
    }

    @Test
    void edits_deletions_spam_merges_and_what_comes_late_are_followed() {
        long edited = ticket("Edited");
        long note = id(ada.post("/tickets/" + edited + "/notes", Map.of("body", "Typo")));
        long dropped = id(ada.post("/tickets/" + edited + "/notes", Map.of("body", "Nonsense")));
        long deleted = ticket("Deleted");
        long restored = ticket("Restored");
        ada.delete("/tickets/" + restored);
        long spam = ticket("Spam");
        long first = ticket("First");
        long second = ticket("Second");
        settle();

        ada.put("/conversations/" + note, Map.of("body", "No typo"));
        ada.delete("/conversations/" + dropped);
        ada.put("/tickets/" + edited, Map.of("status", 4, "custom_fields", Map.of("cf_order", "X1")));
        ada.delete("/tickets/" + deleted);
        ada.put("/tickets/" + restored + "/restore");
        ada.put("/tickets/" + spam, Map.of("spam", true));
        twins.source
                .database()
                .run(h -> h.execute(
                        "update tickets set spam = true, updated_at = updated_at + interval '1 hour' where id = ?",
                        spam));
        ada.put("/tickets/merge", Map.of("primary_id", first, "ticket_ids", List.of(second)));
        long late = ticket("Late");
        twins.source.database().run(h -> h.execute("""
                update tickets set created_at = created_at - interval '1 minute', updated_at = updated_at - interval '1 minute'
                where id = ?""", late));
        settle();

        assertThat(bodies(edited)).containsExactly("No typo");
        twins.assertEqual();
    }

    @Test
    void a_comparison_names_what_differs_and_repairs_it() {
        long changed = ticket("Changed");
        long lost = ticket("Lost");
        long silenced = ticket("Silenced");
        long note = id(ada.post("/tickets/" + silenced + "/notes", Map.of("body", "Here")));
        twins.later();
        ticket("So late that the next look at the list begins behind the others");
        settle();
        var before = twins.verify(false);
        assertThat(before.path("differences").asInt())
                .as(before.toPrettyString())
                .isZero();
        var here = twins.here.database();
        here.run(h -> {
            h.execute("update tickets set subject = 'Wrong' where account_id = ? and id = ?", twins.accountId, changed);
            h.execute("delete from tickets where account_id = ? and id = ?", twins.accountId, lost);
            h.execute("delete from conversations where account_id = ? and id = ?", twins.accountId, note);
            h.execute("update contacts set job_title = 'x' where account_id = ? and id = ?", twins.accountId, carla);
            h.execute("""
                    insert into tickets (account_id, id, subject, status, priority, source, requester_id, created_at,
                      updated_at) values (?, 999999, 'Stray', 2, 1, 2, ?, now(), now())""", twins.accountId, carla);
        });

        var report = twins.verify(true);

        var named = new ArrayList<String>();
        report.path("named")
                .forEach(d -> named.add(d.path("resource").asText() + " " + d.path("id") + " "
                        + d.path("what").asText()));
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "tickets " + changed + " subject",
                        "tickets " + lost + " missing",
                        "tickets 999999 only here",
                        "contacts " + carla + " job_title",
                        "conversations " + silenced + " 1 of this ticket");
        assertThat(report.path("resources").path("tickets").path("same").asBoolean())
                .isFalse();
        var again = twins.verify(false);
        assertThat(again.path("differences").asInt()).as(again.toString()).isZero();
        assertThat(again.path("resources").path("tickets").path("same").asBoolean())
                .isTrue();
        twins.assertEqual();
    }

    @Test
    void the_push_door_brings_a_change_at_once() {
        long ticket = ticket("Pushed");
        settle();
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "News"));
        var links = twins.here.hilo().links();
        links.update(links.require(twins.accountId), true, 50, null);

        var pushed = twins.mirror.json(
                "POST", "/api/hilo/v1/push/" + twins.made.pushToken(), "{\"ticket_id\": " + ticket + "}");

        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> bodies(ticket), List.of("News")::equals);
        assertThat(twins.mirror.json("POST", "/api/hilo/v1/push/nonsense", "{}").status())
                .isEqualTo(404);
        links.update(links.require(twins.accountId), false, 50, null);
        await().until(() -> twins.here
                .hilo()
                .sync()
                .run(twins.accountId, Scope.DUE, () -> false)
                .isPresent());
    }
}
