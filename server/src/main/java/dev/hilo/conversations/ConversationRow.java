package dev.hilo.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Reads an entry from its row by hand, since the list of entries is the busiest call there is. An entry with files has
 * null attachments until they are filled in; a row of a ticket without entries is empty.
 */
public final class ConversationRow implements RowMapper<Optional<Conversation>> {

    static final String COLUMNS = """
            c.id, c.ticket_id, c.user_id, c.body, c.body_text, c.structured_body, c.incoming, c.private, c.source,
            c.category, c.support_email, c.from_email, c.to_emails, c.cc_emails, c.bcc_emails, c.email_config_id,
            c.email_failure_count, c.source_additional_info, c.automation_id, c.automation_type_id, c.auto_response,
            c.has_quoted_text, c.has_attachments, c.deleted, c.last_edited_at, c.last_edited_user_id, c.created_at,
            c.updated_at
            """;

    @Override
    public Optional<Conversation> map(ResultSet row, StatementContext context) throws SQLException {
        long id = row.getLong("id");
        if (row.wasNull()) return Optional.empty();
        return Optional.of(new Conversation(
                row.getString("body"),
                row.getString("body_text"),
                json(row, "structured_body"),
                id,
                row.getBoolean("incoming"),
                row.getBoolean("private"),
                number(row, "user_id"),
                row.getString("support_email"),
                row.getInt("source"),
                row.getInt("category"),
                texts(row, "to_emails"),
                row.getString("from_email"),
                texts(row, "cc_emails"),
                texts(row, "bcc_emails"),
                failures(row),
                null,
                null,
                null,
                time(row, "created_at"),
                time(row, "updated_at"),
                time(row, "last_edited_at"),
                number(row, "last_edited_user_id"),
                row.getBoolean("has_attachments") ? null : List.<Attachment>of(),
                number(row, "automation_id"),
                number(row, "automation_type_id"),
                null,
                number(row, "email_config_id"),
                row.getBoolean("auto_response"),
                row.getLong("ticket_id"),
                Patch.of(json(row, "source_additional_info")),
                null,
                Conversation.DeliveryDetails.NONE,
                false,
                row.getBoolean("deleted"),
                List.of(),
                row.getBoolean("has_quoted_text")));
    }

    private static Integer failures(ResultSet row) throws SQLException {
        int count = row.getInt("email_failure_count");
        return row.wasNull() ? null : (Integer) count;
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static JsonNode json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
