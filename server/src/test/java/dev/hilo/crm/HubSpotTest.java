package dev.hilo.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.crm.Crm.Kind;
import dev.hilo.crm.Crm.Note;
import dev.hilo.crm.Crm.Outcome;
import dev.hilo.crm.Crm.Outgoing;
import dev.hilo.crm.Crm.Unavailable;
import dev.hilo.crm.HubSpotStandIn.Fault;
import dev.hilo.crm.hubspot.HubSpot;
import dev.hilo.crm.hubspot.Ticking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotTest {

    /** Passes when it is waited for. */
    static final class Imagined implements Ticking {
        long now;
        final List<Long> waits = new ArrayList<>();

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void await(long millis) {
            waits.add(millis);
            now += millis;
        }
    }

    final Imagined time = new Imagined();
    HubSpotStandIn there;
    HubSpot hubSpot;

    @BeforeEach
    void start() throws Exception {
        there = new HubSpotStandIn(time::millis);
        hubSpot = new HubSpot(there.address(), HubSpotStandIn.TOKEN, time);
    }

    @AfterEach
    void stop() {
        hubSpot.close();
        there.close();
    }

    static Outgoing contact(long id, String email) {
        return new Outgoing(id, List.of(email), null, Map.of("firstname", "F" + id));
    }

    static Note note(long id, String contact, boolean isDoubtful) {
        String mark = "https://acme.test/a/tickets/" + id;
        return new Note(id, null, contact, Instant.EPOCH, "<p><a href=\"" + mark + "\">#</a></p>", mark, isDoubtful);
    }

    @Test
    void contacts_are_made_or_changed_by_their_address_a_batch_at_a_time() {
        String there1 = there.add(there.contacts, Map.of("email", "c7@x.test", "plan", "gold"));
        String there2 = there.add(
                there.contacts, Map.of("email", "first@x.test", "hs_additional_emails", "c8@x.test;c9@y.test"));
        var records = LongStream.rangeClosed(1, 100)
                .mapToObj(i -> contact(i, "c" + i + "@x.test"))
                .toList();

        var outcomes = hubSpot.put(Kind.CONTACT, records);

        assertThat(there.writes()).containsExactly("POST /crm/v3/objects/contacts/batch/upsert");
        assertThat(outcomes)
                .hasSize(100)
                .contains(new Outcome.Written(7, there1, false), new Outcome.Written(8, there2, false));
        assertThat(there.contacts).hasSize(100);
        assertThat(there.contacts.get(there1)).containsEntry("firstname", "F7").containsEntry("plan", "gold");
        assertThat(there.contacts.get(there2)).containsEntry("email", "first@x.test");
        for (var outcome : outcomes) {
            var written = (Outcome.Written) outcome;
            assertThat(there.contacts.get(written.remoteId())).containsEntry("firstname", "F" + written.id());
        }
    }

    @Test
    void a_thousand_calls_meet_no_limit() {
        for (int i = 1; i <= 1000; i++) hubSpot.put(Kind.CONTACT, List.of(contact(i, "c" + i + "@x.test")));

        assertThat(there.refusedByLimit).isZero();
        assertThat(time.now).isBetween(100_000L, 112_000L);
    }

    @Test
    void a_429_waits_as_long_as_it_says() {
        there.faults.add(new Fault(429, "{}", Map.of("Retry-After", "7"), false));
        there.faults.add(new Fault(429, "{'policyName':'TEN_SECONDLY_ROLLING'}".replace('\'', '"'), Map.of(), false));
        there.faults.add(new Fault(423, "{}", Map.of(), false));

        assertThat(hubSpot.put(Kind.CONTACT, List.of(contact(1, "c@x.test")))).hasSize(1);

        assertThat(time.waits).containsExactly(7000L, 10_000L, 2000L);
        assertThat(there.contacts).hasSize(1);
    }

    @Test
    void the_daily_limit_ends_the_run_at_once() {
        there.faults.add(new Fault(429, "{\"policyName\":\"DAILY\"}", Map.of(), false));

        assertThatThrownBy(() -> hubSpot.put(Kind.CONTACT, List.of(contact(1, "c@x.test"))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("daily");
        assertThat(time.waits).isEmpty();
        assertThat(there.calls).hasSize(1);
    }

    @Test
    void what_changes_nothing_the_second_time_is_sent_again() {
        there.faults.add(new Fault(500, "{}", Map.of(), true));
        there.faults.add(new Fault(0, null, Map.of(), true));

        hubSpot.put(Kind.CONTACT, List.of(contact(1, "c@x.test")));

        assertThat(there.contacts).hasSize(1);
        assertThat(there.writes()).hasSize(3);
    }

    @Test
    void a_wrong_token_is_told_and_not_tried_again() {
        try (var wrong = new HubSpot(there.address(), "pat-wrong", time)) {
            assertThatThrownBy(() -> wrong.check(Set.of(), Set.of()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("401");
        }
        assertThat(there.calls).hasSize(1);
    }

    @Test
    void a_property_that_is_not_there_is_told_before_anything_is_written() {
        assertThat(hubSpot.check(Set.of("firstname"), Set.of("name")).id()).isEqualTo("4711");
        assertThatThrownBy(() -> hubSpot.check(Set.of("firstname", "favourite_colour"), Set.of()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("favourite_colour");
    }

    @Test
    void one_that_is_refused_keeps_no_other_from_being_written() {
        var records = new ArrayList<Outgoing>();
        for (int i = 1; i <= 100; i++) records.add(contact(i, i == 42 ? "c@wrong.invalid" : "c" + i + "@x.test"));

        var outcomes = hubSpot.put(Kind.CONTACT, records);

        assertThat(there.contacts).hasSize(99);
        assertThat(outcomes)
                .hasSize(100)
                .filteredOn(Outcome.Refused.class::isInstance)
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.id()).isEqualTo(42);
                    assertThat(((Outcome.Refused) o).why()).contains("c@wrong.invalid is invalid");
                });
        assertThat(there.calls.size()).isLessThan(20);
    }

    @Test
    void one_that_was_deleted_there_is_told_as_gone() {
        String id = there.add(there.contacts, Map.of("email", "a@x.test"));
        var outcomes = hubSpot.put(
                Kind.CONTACT,
                List.of(
                        new Outgoing(1, List.of("b@x.test"), id, Map.of("firstname", "B")),
                        new Outgoing(2, List.of("c@x.test"), "999", Map.of("firstname", "C"))));

        assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Written(1, id, false), new Outcome.Gone(2));
        assertThat(there.contacts).hasSize(1);
        assertThat(there.contacts.get(id)).containsEntry("email", "b@x.test");
    }

    @Test
    void a_company_is_found_by_any_of_its_domains() {
        String id = there.add(there.companies, Map.of("domain", "old.test", "tier", "gold"));
        there.add(there.companies, Map.of("domain", "old.test"));

        var outcomes = hubSpot.put(
                Kind.COMPANY,
                List.of(
                        new Outgoing(1, List.of("new.test", "old.test"), null, Map.of("name", "Old & New")),
                        new Outgoing(2, List.of("fresh.test"), null, Map.of("name", "Fresh"))));

        assertThat(outcomes).contains(new Outcome.Written(1, id, false));
        assertThat(there.companies).hasSize(3);
        assertThat(there.companies.get(id))
                .containsEntry("name", "Old & New")
                .containsEntry("domain", "old.test")
                .containsEntry("tier", "gold");
        assertThat(there.companies.values()).contains(Map.of("domain", "fresh.test", "name", "Fresh"));
    }

    @Test
    void a_note_of_which_nobody_knows_whether_it_arrived_is_looked_for_first() {
        String contact = there.add(there.contacts, Map.of("email", "a@x.test"));
        there.faulty = "notes/batch/create";
        there.faults.add(new Fault(502, "{}", Map.of(), true));
        var fresh = List.of(note(1, contact, false), note(12, contact, false));

        assertThatThrownBy(() -> hubSpot.note(fresh)).isInstanceOf(Unavailable.class);
        assertThat(there.notes).hasSize(2);

        var outcomes = hubSpot.note(List.of(note(1, contact, true), note(12, contact, true), note(3, contact, true)));

        assertThat(there.notes).hasSize(3);
        assertThat(outcomes).hasSize(3).allMatch(Outcome.Written.class::isInstance);
        for (var outcome : outcomes) {
            assertThat(there.notes.get(((Outcome.Written) outcome).remoteId()).get("hs_note_body"))
                    .contains("/tickets/" + outcome.id() + "\"");
        }
    }
}
