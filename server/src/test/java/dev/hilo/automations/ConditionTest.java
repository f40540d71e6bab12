package dev.hilo.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operator on every kind of field that it goes with. */
class ConditionTest {

    private static final Snapshot TICKET = new Snapshot(
            json("""
                    {"subject": "My Parcel is late", "description_text": "Since Monday", "status": 2, "priority": 4,
                     "type": "Question", "group_id": 103000000007, "responder_id": null, "tags": ["vip", "Late"],
                     "cc_emails": [], "support_email": "help@acme.test", "created_at": "2026-11-20T10:00:00+00:00",
                     "custom_fields": {"cf_size": 12, "cf_price": "12.50", "cf_gift": true, "cf_day": "2026-11-01",
                       "cf_country": "Spain", "cf_city": "Madrid"}}"""),
            json("""
                    {"name": "Carla Customer", "email": "carla@customer.test", "tags": [], "language": "es",
                     "custom_fields": {"nickname": "Cc"}}"""),
            json("{\"name\": \"Customer Ltd\", \"domains\": [\"customer.test\"], \"custom_fields\": {}}"),
            Instant.parse("2026-11-21T11:30:00Z"));

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # subject | field                | kind   | operator         | values             | holds
            TICKET    | subject                | TEXT   | is               | my parcel is LATE  | true
            TICKET    | subject                | TEXT   | is               | parcel             | false
            TICKET    | subject                | TEXT   | is_not           | parcel             | true
            TICKET    | subject                | TEXT   | in               | x;my parcel is late| true
            TICKET    | subject                | TEXT   | not_in           | x;my parcel is late| false
            TICKET    | subject                | TEXT   | contains         | x;PARCEL           | true
            TICKET    | subject                | TEXT   | contains         | monday             | false
            TICKET    | subject                | TEXT   | does_not_contain | monday             | true
            TICKET    | subject                | TEXT   | does_not_contain | x;parcel           | false
            TICKET    | subject                | TEXT   | starts_with      | my                 | true
            TICKET    | subject                | TEXT   | starts_with      | parcel             | false
            TICKET    | subject                | TEXT   | ends_with        | late               | true
            TICKET    | subject_or_description | TEXT   | contains         | monday             | true
            TICKET    | from_email             | TEXT   | ends_with        | @customer.test     | true
            TICKET    | to_email               | LIST   | is               | help@acme.test     | true
            TICKET    | ticket_cc              | LIST   | is               | none               | true
            TICKET    | ticket_cc              | LIST   | contains         | @                  | false
            TICKET    | tag_names              | LIST   | in               | late;x             | true
            TICKET    | tag_names              | LIST   | not_in           | x                  | true
            TICKET    | tag_names              | LIST   | not_in           | vip                | false
            TICKET    | tag_names              | LIST   | starts_with      | vi                 | true
            TICKET    | status                 | CHOICE | in               | 2;3                | true
            TICKET    | status                 | CHOICE | not_in           | 2;3                | false
            TICKET    | status                 | CHOICE | is               | 2                  | true
            TICKET    | priority               | CHOICE | is_not           | 4                  | false
            TICKET    | ticket_type            | CHOICE | is               | Question           | true
            TICKET    | group_id               | CHOICE | in               | 103000000007       | true
            TICKET    | responder_id           | CHOICE | is               | none               | true
            TICKET    | responder_id           | CHOICE | is_not           | none               | false
            TICKET    | responder_id           | CHOICE | is               | 5                  | false
            TICKET    | group_id               | CHOICE | is_not           | none               | true
            TICKET    | cf_size                | NUMBER | is               | 12                 | true
            TICKET    | cf_size                | NUMBER | greater_than     | 11                 | true
            TICKET    | cf_size                | NUMBER | greater_than     | 12                 | false
            TICKET    | cf_size                | NUMBER | less_than        | 100                | true
            TICKET    | cf_price               | NUMBER | is               | 12.5               | true
            TICKET    | cf_price               | NUMBER | less_than        | 12.6               | true
            TICKET    | cf_none                | NUMBER | less_than        | 12                 | false
            TICKET    | cf_none                | NUMBER | is               | none               | true
            TICKET    | cf_none                | NUMBER | is_not           | 1                  | true
            TICKET    | cf_gift                | FLAG   | selected         | none               | true
            TICKET    | cf_gift                | FLAG   | not_selected     | none               | false
            TICKET    | cf_none                | FLAG   | not_selected     | none               | true
            TICKET    | cf_gift                | FLAG   | is               | true               | true
            TICKET    | cf_none                | FLAG   | is               | false              | true
            TICKET    | cf_day                 | DATE   | is               | 2026-11-01         | true
            TICKET    | cf_day                 | DATE   | greater_than     | 2026-10-31         | true
            TICKET    | cf_day                 | DATE   | less_than        | 2026-10-31         | false
            TICKET    | cf_day                 | DATE   | is_not           | 2026-10-31         | true
            TICKET    | hours_since_created    | HOURS  | greater_than     | 25                 | true
            TICKET    | hours_since_created    | HOURS  | greater_than     | 26                 | false
            TICKET    | hours_since_created    | HOURS  | less_than        | 26                 | true
            TICKET    | hours_since_created    | HOURS  | is               | 25                 | true
            TICKET    | hours_since_created    | HOURS  | is               | 24                 | false
            TICKET    | hours_since_resolved   | HOURS  | greater_than     | 0                  | false
            CONTACT   | language               | CHOICE | in               | es;en              | true
            CONTACT   | nickname               | TEXT   | is               | cc                 | true
            CONTACT   | tags                   | LIST   | is               | vip                | false
            COMPANY   | name                   | TEXT   | starts_with      | customer           | true
            COMPANY   | domains                | LIST   | contains         | customer           | true
            COMPANY   | industry               | CHOICE | is               | none               | true
            """)
    void a_condition_holds(
            Subject subject, String field, FieldKind kind, String operator, String values, boolean holds) {
        var asked = Operator.of(operator).orElseThrow();
        assertThat(asked.kinds).contains(kind);
        var condition = new Condition(subject, field, kind, asked, values(kind, values), false, List.of());

        assertThat(condition.holds(TICKET)).as(condition.words()).isEqualTo(holds);
    }

    private static List<Object> values(FieldKind kind, String text) {
        if (text.equals("none")) return Arrays.asList((Object) null);
        return Arrays.stream(text.split(";"))
                .map(value -> kind == FieldKind.FLAG ? (Object) Boolean.valueOf(value) : value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"Spain,Madrid,true", "Spain,Sevilla,false", "France,Madrid,false"})
    void the_levels_of_a_nested_field_must_fit_together(String country, String city, boolean holds) {
        var level = new Condition(
                Subject.TICKET, "cf_city", FieldKind.CHOICE, Operator.IS, List.of(city), false, List.of());
        var condition = new Condition(
                Subject.TICKET, "cf_country", FieldKind.CHOICE, Operator.IS, List.of(country), false, List.of(level));

        assertThat(condition.holds(TICKET)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"late,false", "Late,true"})
    void letters_count_where_they_are_asked_to(String tag, boolean holds) {
        var condition =
                new Condition(Subject.TICKET, "tag_names", FieldKind.LIST, Operator.IN, List.of(tag), true, List.of());

        assertThat(condition.holds(TICKET)).isEqualTo(holds);
    }
}
