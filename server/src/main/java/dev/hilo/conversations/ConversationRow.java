package dev.hilo.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.web.Versioned;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Reads an entry from its row by column number. An entry with files has null attachments until they are filled in; a row
 * of a ticket without entries is null.
 */
final class ConversationRow {

    /** Addresses come joined by a control character: the driver takes ten times as long over an array. */
    static final String COLUMNS = """
            c.id, c.body, c.body_text, c.structured_body, c.incoming, c.private, c.user_id, c.support_email, c.source,
            c.category, array_to_string(c.to_emails, E'\\x1f'), c.from_email, array_to_string(c.cc_emails, E'\\x1f'),
            array_to_string(c.bcc_emails, E'\\x1f'), c.email_failure_count, c.created_at,
            c.updated_at, c.last_edited_at, c.last_edited_user_id, c.has_attachments, c.automation_id,
            c.automation_type_id, c.email_config_id, c.auto_response, c.ticket_id, c.source_additional_info, c.deleted,
            c.has_quoted_text, c.outgoing_failures, array_to_string(c.pending_emails, E'\\x1f')
            """;

    private ConversationRow() {}

    /** For Jdbi's stores. */
    public static final class Mapper implements RowMapper<Conversation> {
        @Override
        public Conversation map(ResultSet row, StatementContext context) throws SQLException {
            return read(row);
        }
    }

    /** For an entry with the transaction that wrote its row. */
    public static final class VersionedMapper implements RowMapper<Versioned<Conversation>> {
        @Override
        public Versioned<Conversation> map(ResultSet row, StatementContext context) throws SQLException {
            var entry = read(row);
            return new Versioned<>(entry, Versioned.version(row.getLong("transaction"), entry.updatedAt()));
        }
    }

    static Conversation read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        if (row.wasNull()) return null;
        return new Conversation(
                row.getString(2),
                row.getString(3),
                json(row, 4),
                id,
                row.getBoolean(5),
                row.getBoolean(6),
                number(row, 7),
                row.getString(8),
                row.getInt(9),
                row.getInt(10),
                texts(row, 11),
                row.getString(12),
                texts(row, 13),
                texts(row, 14),
                (Integer) row.getObject(15),
                json(row, 29),
                null,
                null,
                time(row, 16),
                time(row, 17),
                time(row, 18),
                number(row, 19),
                row.getBoolean(20) ? null : List.<Attachment>of(),
                number(row, 21),
                number(row, 22),
                null,
                number(row, 23),
                row.getBoolean(24),
                row.getLong(25),
                Patch.of(json(row, 26)),
                null,
                deliveryDetails(row),
                false,
                row.getBoolean(27),
                List.of(),
                row.getBoolean(28));
    }

    private static Conversation.DeliveryDetails deliveryDetails(ResultSet row) throws SQLException {
        var failures = json(row, 29);
        var pending = texts(row, 30);
        if (failures == null && pending == null) return Conversation.DeliveryDetails.NONE;
        var failed = new ArrayList<String>();
        if (failures != null)
            failures.forEach(failure -> failed.add(failure.path("email").asText()));
        return new Conversation.DeliveryDetails(failed, pending == null ? List.of() : pending);
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        String joined = row.getString(column);
        if (joined == null) return null;
        return joined.isEmpty() ? List.of() : List.of(joined.split("\u001f"));
    }

    private static JsonNode json(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
