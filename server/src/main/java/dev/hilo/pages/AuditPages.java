package dev.hilo.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Bounds;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import dev.hilo.events.EventLog;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code /setup/audit}: every change of every record, who made it and what it was before. */
public final class AuditPages {

    /** @param record such as {@code ticket} @param actor a kind, in small letters @param before a position */
    public record Asked(
            @Bounds(60) String record, @Bounds(20) String actor, Long agent, Long before) {}

    /** @param who null where it is not known */
    public record Line(Event event, String who, String before, String after) {}

    public record AuditPage(List<Line> lines, Asked asked, Desk.Choices desk, Long next) {

        public List<String> actors() {
            return Arrays.stream(Actor.Kind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        /** The same question, further back. */
        public String older() {
            var query = new StringBuilder("/setup/audit?before=" + next);
            if (asked.record() != null) query.append("&record=").append(asked.record());
            if (asked.actor() != null) query.append("&actor=").append(asked.actor());
            if (asked.agent() != null) query.append("&agent=").append(asked.agent());
            return query.toString();
        }
    }

    public static final List<String> RECORDS = List.of(
            "ticket",
            "conversation",
            "contact",
            "company",
            "agent",
            "group",
            "role",
            "api_key",
            "mailbox",
            "webhook",
            "automation_rule",
            "export",
            "link",
            "ai_settings",
            "account");

    private static final int PAGE = 50;
    private static final int LONGEST = 4_000;

    private final Database database;
    private final EventLog log;
    private final Desk desk;
    private final Pages pages;

    public AuditPages(Database database, EventLog log, Desk desk, Pages pages) {
        this.database = database;
        this.log = log;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer list(Call call) {
        var given = call.parameters(Asked.class);
        var asked = new Asked(
                given.record() != null && given.record().matches("[a-z_]+") ? given.record() : null,
                kind(given.actor()) == null ? null : given.actor(),
                given.agent(),
                given.before());
        long account = call.caller().accountId();
        var past = log.newest(
                account,
                asked.before() == null ? Long.MAX_VALUE : asked.before(),
                asked.record(),
                asked.agent() == null ? kind(asked.actor()) : Actor.Kind.AGENT,
                asked.agent(),
                PAGE);
        var names = names(account, past.events());
        var lines = past.events().stream().map(event -> line(event, names)).toList();
        var page = new AuditPage(lines, asked, desk.of(account), past.next());
        return pages.page(call, "setup/audit", "setup", "setup.audit", page);
    }

    private static Actor.Kind kind(String name) {
        return Arrays.stream(Actor.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private Map<Long, String> names(long account, List<Event> events) {
        var ids = events.stream()
                .map(event -> event.actor().id())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) return Map.of();
        return database.read(h -> h.attach(StoryStore.class).people(account, ids)).stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    private static Line line(Event event, Map<Long, String> names) {
        Long actor = event.actor().id();
        return new Line(event, actor == null ? null : names.get(actor), text(event.before()), text(event.after()));
    }

    private static String text(JsonNode columns) {
        if (columns == null || columns.isEmpty()) return "";
        try {
            String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(columns);
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
