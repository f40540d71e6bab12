package dev.hilo.bench;

import dev.hilo.conversations.ConversationStore;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The server's own SQL as pgbench scripts: the text is read off the store, so the two cannot drift apart. */
final class Statements {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z][a-zA-Z.]*)");

    private final long accountId;
    private final long agentId;
    private final int tickets;

    Statements(long accountId, long agentId, int tickets) {
        this.accountId = accountId;
        this.agentId = agentId;
        this.tickets = tickets;
    }

    /** {@code GET /tickets/{id}/conversations} */
    String list() {
        return ids() + statement("list", Map.of("archived", "false", "limit", "31", "offset", "0"));
    }

    /** {@code POST /tickets/{id}/notes} */
    String note(String text) {
        return ids()
                + "begin;\n"
                + statement("lockTicket", Map.of())
                + statement("touch", Map.of("now", "now()"))
                + statement(
                        "insert",
                        Map.ofEntries(
                                Map.entry("e.ticketId", ":ticketId"),
                                Map.entry("e.userId", ":agentId"),
                                Map.entry("e.html", "'<div>" + text + "</div>'"),
                                Map.entry("e.text", "'" + text + "'"),
                                Map.entry("e.structured", "null"),
                                Map.entry("e.incoming", "false"),
                                Map.entry("e.isPrivate", "true"),
                                Map.entry("e.source", "2"),
                                Map.entry("e.category", "2"),
                                Map.entry("e.supportEmail", "null"),
                                Map.entry("e.fromEmail", "null"),
                                Map.entry("e.toEmails", "'{}'"),
                                Map.entry("e.ccEmails", "'{}'"),
                                Map.entry("e.bccEmails", "null"),
                                Map.entry("e.emailConfigId", "null"),
                                Map.entry("e.hasQuotedText", "false"),
                                Map.entry("e.hasAttachments", "false"),
                                Map.entry("now", "now()")))
                + "commit;\n";
    }

    private String ids() {
        return "\\set accountId " + accountId + "\n\\set agentId " + agentId + "\n\\set scope 1\n"
                + "\\set ticketId random(1, " + tickets + ")\n";
    }

    private String statement(String method, Map<String, String> values) {
        return PARAMETER
                        .matcher(sql(method))
                        .replaceAll(m -> value(m.group(1), values))
                        .replace('\n', ' ') + ";\n";
    }

    private static String value(String parameter, Map<String, String> values) {
        if (values.containsKey(parameter)) return values.get(parameter);
        if (parameter.equals("sight.groups")) return "'{}'::bigint[]";
        return ":" + parameter.replace("sight.", "");
    }

    private static String sql(String name) {
        var method = Arrays.stream(ConversationStore.class.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        var query = method.getAnnotation(SqlQuery.class);
        return query == null ? method.getAnnotation(SqlUpdate.class).value() : query.value();
    }
}
