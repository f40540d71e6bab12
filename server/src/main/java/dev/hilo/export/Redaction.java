package dev.hilo.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.Secrets.Secret;
import dev.hilo.answers.masking.Mask;
import dev.hilo.api.Json;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out what tells of a customer. A name or address becomes a pseudonym that only the account's secret leads to: the
 * same one in every run and table, so that rows can still be counted and joined by it.
 */
final class Redaction {

    private static final int BYTES = 6;

    /** Whose texts in the history say nothing of a person. */
    private static final Set<String> WORDS = Set.of("type", "kind", "state", "group_type", "language", "time_zone");

    private final Secret secret;

    Redaction(Secret secret) {
        this.secret = secret;
    }

    /** @param name of the customer who may be named in the texts */
    void apply(List<Column> columns, Object[] values, String name) throws JsonProcessingException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) continue;
            values[i] = switch (columns.get(i).privacy()) {
                case NONE -> values[i];
                case TEXT -> text((String) values[i], name);
                case NAME -> name((String) values[i]);
                case EMAIL -> emails(values[i]);
                case PHONE -> phone((String) values[i]);
                case HIDDEN -> null;
                case CHANGES -> changes((String) values[i]);
            };
        }
    }

    String name(String name) {
        return "Contact " + digits("name", name);
    }

    String email(String email) {
        return digits("email", email) + "@redacted.invalid";
    }

    private Object emails(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(one -> email((String) one)).toList()
                : email((String) value);
    }

    String phone(String phone) {
        return "Phone " + digits("phone", phone.replaceFirst("^\\s*\\+", "00").replaceAll("\\D", ""));
    }

    private String card(String card) {
        return "Card " + digits("card", card.replaceAll("\\D", ""));
    }

    /** Whatever of the customer's name is in it becomes the name's pseudonym. */
    String text(String text, String name) {
        var known = name == null || name.isBlank() ? List.<String>of() : List.of(name);
        return new Mask(known).remove(text, (kind, piece) -> switch (kind) {
            case "EMAIL" -> email(piece);
            case "PHONE" -> phone(piece);
            case "CARD" -> card(piece);
            case "NAME" -> !known.isEmpty() && isPart(piece, name) ? name(name) : null;
            default -> null;
        });
    }

    private static boolean isPart(String piece, String name) {
        return (" " + name + " ")
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*[\\s,]" + Pattern.quote(piece.strip().toLowerCase(Locale.ROOT)) + "[\\s,].*");
    }

    private String digits(String use, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(secret.sign("export\n" + use + "\n" + plain), 0, BYTES);
    }

    private static String changes(String json) throws JsonProcessingException {
        var changes = (ObjectNode) Json.MAPPER.readTree(json);
        for (var field : changes.properties()) {
            if (!isHarmless(field.getKey(), field.getValue())) field.setValue(Json.MAPPER.nullNode());
        }
        return Json.MAPPER.writeValueAsString(changes);
    }

    private static boolean isHarmless(String name, JsonNode value) {
        return value.isNumber()
                || value.isBoolean()
                || WORDS.contains(name)
                || name.endsWith("_at")
                || name.equals("tags");
    }
}
