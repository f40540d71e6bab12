package dev.hilo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.search.SearchField.Kind;
import dev.hilo.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language on rows of a real table. */
class ConditionTest {

    private static final SearchFields FIELDS = new SearchFields()
            .with("agent_id", Kind.ID, "r.responder_id")
            .with("priority", Kind.NUMBER, "r.priority")
            .among("status", List.of(2, 3, 4, 5), "r.status")
            .with("type", Kind.TEXT, "r.type")
            .with("active", Kind.FLAG, "r.active")
            .with("tag", Kind.TEXTS, "r.tags")
            .with("created_at", Kind.TIME, "r.created_at");

    static Database database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        database.run(h -> h.execute("""
                create table record (
                  id integer, responder_id bigint, priority integer, status integer, type text, active boolean,
                  tags text[], created_at timestamptz);
                insert into record values
                  (1, 158017609801, 1, 2, 'Question', true, '{vip,a b}', '2021-01-01 00:00Z'),
                  (2, null, 2, 3, 'Problem', false, '{it''s}', '2021-01-01 23:59:59.999999Z'),
                  (3, null, 3, 4, null, null, '{}', '2021-01-02 00:00Z'),
                  (4, 7, 4, 5, 'Refund', true, '{x}', '2021-03-01 12:00Z')
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "priority:3|3",
                "priority:4 OR priority:3|3,4",
                "priority:>2|2,3,4",
                "priority:<2|1,2",
                "priority:>2 AND priority:<3|2,3",
                "priority:1 OR priority:2 AND status:5|1",
                "(priority:1 OR priority:2) AND status:3|2",
                "agent_id:158017609801|1",
                "agent_id:null|2,3",
                "type:null|3",
                "type:'Question' OR type:'Problem'|1,2",
                "type:'question'|``",
                "active:true|1,4",
                "active:null|3",
                "tag:'vip'|1",
                "tag:'a b'|1",
                "tag:'it\\'s'|2",
                "tag:null|3",
                "created_at:'2021-01-01'|1,2",
                "created_at:>'2021-01-01'|1,2,3,4",
                "created_at:>'2021-01-02'|3,4",
                "created_at:<'2021-01-01'|1,2",
                "created_at:<'2021-01-02'|1,2,3",
                "created_at:>'2021-01-01' AND created_at:<'2021-01-01'|1,2",
                "tag:'\\') or (1=1'|``",
            })
    void rows_that_fit_are_found(String query, String ids) {
        assertThat(found(query)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requester_id:1|requester_id|invalid_field|Unexpected/invalid field in request",
                "Priority:1|Priority|invalid_field|Unexpected/invalid field in request",
                "priority:'2'|priority|datatype_mismatch|Value set is of type String.It should be a/an Integer",
                "type:2|type|datatype_mismatch|Value set is of type Integer.It should be a/an String",
                "tag:true|tag|datatype_mismatch|Value set is of type Boolean.It should be a/an String",
                "active:'true'|active|datatype_mismatch|Value set is of type String.It should be a/an Boolean",
                "created_at:2021|created_at|datatype_mismatch|Value set is of type Integer.It should be a/an Date",
                "created_at:'2021-02-30'|created_at|invalid_value|It should be in the 'yyyy-mm-dd' format",
                "created_at:'2021-02-03T10:00'|created_at|invalid_value|It should be in the 'yyyy-mm-dd' format",
                "status:8|status|invalid_value|It should be one of these values: '2,3,4,5'",
                "status:'2'|status|datatype_mismatch|"
                        + "Value set is of type String.It should be one of these values: '2,3,4,5'",
                "tag:>'a'|tag|invalid_value|It cannot be compared with :> or :<",
                "priority:<null|priority|datatype_mismatch|Value set is of type Null.It should be a/an Integer",
            })
    void what_a_field_cannot_be_is_refused(String query, String field, String code, String message) {
        assertThat(refused(query).errors).containsExactly(new FieldError(field, message, code));
    }

    @Test
    void all_faults_are_told_at_once_and_each_of_them_once() {
        assertThat(refused("subject:'x' OR subject:'y' OR priority:true").errors)
                .extracting(FieldError::field)
                .containsExactly("subject", "priority");
    }

    @Test
    void what_is_no_query_is_refused_as_such() {
        var refusal = catchThrowableOfType(Refusal.Invalid.class, () -> Condition.of("status:2", FIELDS));
        assertThat(refusal.errors)
                .containsExactly(FieldError.invalid("query", "It should be enclosed in double quotes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type:'x; drop table record'", "tag:'x'", "priority:1", "active:true"})
    void no_value_is_written_into_the_statement(String query) {
        var condition = Condition.of('"' + query + '"', FIELDS);
        assertThat(condition.sql()).doesNotContain("'x", "drop", "1 ", "true");
        assertThat(condition.binds()).isNotEmpty();
        assertThat(condition.binds().keySet()).allMatch(name -> name.startsWith("search"));
    }

    private static Refusal.Invalid refused(String query) {
        return catchThrowableOfType(Refusal.Invalid.class, () -> Condition.of('"' + query + '"', FIELDS));
    }

    private static String found(String query) {
        var condition = Condition.of('"' + query + '"', FIELDS);
        return database.read(h -> h.createQuery("""
                        select coalesce(string_agg(r.id::text, ',' order by r.id), '')
                        from record r where\s""" + condition.sql())
                .bindMap(condition.binds())
                .mapTo(String.class)
                .one());
    }
}
