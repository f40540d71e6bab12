package dev.hilo.bench;

import dev.hilo.conversations.ConversationSql;
import java.util.Map;
import java.util.regex.Pattern;

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
        return ids() + statement(ConversationSql.LIST, Map.of("archived", "false", "limit", "31", "offset", "0"));
    }

    /** {@code POST /tickets/{id}/notes} */
    String note(String text) {
        return ids()
                + "begin;\n"
                + statement(ConversationSql.LOCK_TICKET, Map.of())
                + statement(ConversationSql.TOUCH, Map.of("now", "now()"))
                + statement(
                        ConversationSql.INSERT,
                        Map.ofEntries(
                                Map.entry("ticketId", ":ticketId"),
                                Map.entry("userId", ":agentId"),
                                Map.entry("html", "'<div>" + text + "</div>'"),
                                Map.entry("text", "'" + text + "'"),
                                Map.entry("structured", "null"),
                                Map.entry("incoming", "false"),
                                Map.entry("isPrivate", "true"),
                                Map.entry("source", "2"),
                                Map.entry("category", "2"),
                                Map.entry("supportEmail", "null"),
                                Map.entry("fromEmail", "null"),
                                Map.entry("toEmails", "'{}'"),
                                Map.entry("ccEmails", "'{}'"),
                                Map.entry("bccEmails", "null"),
                                Map.entry("emailConfigId", "null"),
                                Map.entry("hasQuotedText", "false"),
                                Map.entry("hasAttachments", "false"),
                                Map.entry("now", "now()")))
                + "commit;\n";
    }

    private String ids() {
        return "\\set accountId " + accountId + "\n\\set agentId " + agentId + "\n\\set scope 1\n"
                + "\\set ticketId random(1, " + tickets + ")\n";
    }

    private String statement(String sql, Map<String, String> values) {
        return PARAMETER.matcher(sql).replaceAll(m -> value(m.group(1), values)).replace('\n', ' ') + ";\n";
    }

    private static String value(String parameter, Map<String, String> values) {
        if (values.containsKey(parameter)) return values.get(parameter);
        if (parameter.equals("sight.groups")) return "'{}'::bigint[]";
        return ":" + parameter.replace("sight.", "");
    }
}
