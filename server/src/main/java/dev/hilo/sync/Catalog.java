package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The lists of the other account, in the order in which their rows refer to each other. */
final class Catalog {

    private static final Duration SETTINGS = Duration.ofHours(6);
    private static final Duration PEOPLE = Duration.ofMinutes(10);
    /** A change is past when its second is. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** A clock that is as far ahead of its own changes was set by hand: it tells nothing. */
    private static final Duration ARTIFICIAL = Duration.ofMinutes(1);

    static final List<ListSpec> SETTINGS_LISTS = List.of(
            ListSpec.whole("roles", "/roles", SETTINGS, Mappings.ROLES),
            ListSpec.whole("business_hours", "/business_hours", SETTINGS, Mappings.BUSINESS_HOURS),
            ListSpec.whole("agents", "/agents", SETTINGS, Mappings.AGENT_CONTACTS, Mappings.AGENTS)
                    .marked((source, wire) -> merged(
                            wire,
                            source.get("/agents/" + wire.path("id").asText()).body()))
                    .then((handle, page) -> Attached.roles(handle, page.accountId(), page.wires())),
            ListSpec.whole("groups", "/admin/groups", SETTINGS, Mappings.GROUPS)
                    .then((handle, page) -> Attached.members(handle, page.accountId(), page.wires())),
            ListSpec.whole("products", "/products", SETTINGS, Mappings.PRODUCTS),
            ListSpec.whole("email_configs", "/email_configs", SETTINGS, Mappings.MAILBOXES),
            ListSpec.whole("ticket_fields", "/admin/ticket_fields", SETTINGS, FieldMappings.of("ticket"))
                    .unpaged(),
            ListSpec.whole("contact_fields", "/contact_fields", SETTINGS, FieldMappings.of("contact"))
                    .unpaged(),
            ListSpec.whole("company_fields", "/company_fields", SETTINGS, FieldMappings.of("company"))
                    .unpaged());

    static final List<ListSpec> PEOPLE_LISTS = List.of(
            ListSpec.since("companies", "/companies", "updated_since", PEOPLE, Mappings.COMPANIES)
                    .then((handle, page) -> Attached.domains(handle, page.accountId(), page.wires())),
            contacts("contacts", "/contacts", Map.of()),
            contacts("contacts_blocked", "/contacts?state=blocked", Map.of("blocked", true)),
            contacts("contacts_deleted", "/contacts?state=deleted", Map.of("deleted", true)));

    /** What hangs on tickets. */
    static final List<ListSpec> LATER_LISTS = List.of(
            ListSpec.since("surveys", "/surveys", null, SETTINGS, LibraryMappings.SURVEYS),
            ListSpec.since(
                    "satisfaction_ratings",
                    "/surveys/satisfaction_ratings",
                    "created_since",
                    PEOPLE,
                    LibraryMappings.RATINGS),
            ListSpec.since("time_entries", "/time_entries", null, Duration.ofHours(1), LibraryMappings.TIME_ENTRIES));

    static final List<ListSpec> TICKET_LISTS = List.of(
            tickets("tickets", "", Map.of("spam", false, "deleted", false)),
            tickets("tickets_spam", "&filter=spam", Map.of("spam", true, "deleted", false)),
            tickets("tickets_deleted", "&filter=deleted", Map.of("deleted", true)));

    private Catalog() {}

    private static ListSpec contacts(String resource, String path, Map<String, Boolean> marks) {
        return ListSpec.since(resource, path, "updated_since", PEOPLE, Mappings.CONTACTS)
                .marked((source, wire) -> marked(wire, marks))
                .then((handle, page) -> Attached.otherCompanies(handle, page.accountId(), page.wires()));
    }

    private static ListSpec tickets(String resource, String filter, Map<String, Boolean> marks) {
        String path = "/tickets?include=description,stats&order_by=updated_at&order_type=asc" + filter;
        return ListSpec.since(resource, path, "updated_since", Duration.ZERO, Mappings.TICKETS)
                .rolling()
                .marked((source, wire) -> marked(wire, marks))
                .then((handle, page) -> listed(handle.attach(SyncStore.class), page));
    }

    static JsonNode marked(JsonNode wire, Map<String, Boolean> marks) {
        marks.forEach(((ObjectNode) wire)::put);
        return wire;
    }

    private static JsonNode merged(JsonNode wire, JsonNode more) {
        ((ObjectNode) wire).setAll((ObjectNode) more);
        return wire;
    }

    static void listed(SyncStore store, ListSpec.Page page) {
        var rows = JsonNodeFactory.instance.arrayNode();
        long greatest = 0;
        for (var wire : page.wires()) {
            var row = rows.addObject();
            for (var name : List.of("id", "updated_at")) row.set(name, wire.path(name));
            row.put("silent", isSilent(wire));
            row.put("settled", isSettled(Cursor.changedAt(wire), page.date()));
            greatest = Math.max(greatest, wire.path("id").longValue());
        }
        store.listed(page.accountId(), Landing.text(rows));
        store.countTo(page.accountId(), greatest);
    }

    /** Never touched, so that it has no entries; one that came with it, in its very second, leaves a time behind if it is a message. */
    static boolean isSilent(JsonNode ticket) {
        var stats = ticket.path("stats");
        return ticket.path("updated_at").equals(ticket.path("created_at"))
                && !stats.hasNonNull("agent_responded_at")
                && !stats.hasNonNull("first_responded_at")
                && !stats.hasNonNull("requester_responded_at");
    }

    static boolean isSettled(Instant change, Instant date) {
        if (date == null) return true;
        return !change.isAfter(date.minus(SETTLED)) || change.isAfter(date.plus(ARTIFICIAL));
    }
}
