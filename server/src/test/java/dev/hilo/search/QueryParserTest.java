package dev.hilo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hilo.errors.Refusal;
import dev.hilo.search.Expression.All;
import dev.hilo.search.Expression.Any;
import dev.hilo.search.Expression.Comparison;
import dev.hilo.search.Expression.Operator;
import dev.hilo.search.Expression.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static final String[] PIECES = {
        "a", ":", ">", "<", "'", "\\", "(", ")", " ", "1", "-", ".", "AND", "OR", "null", "true", "é"
    };

    /** The reference's own examples, §3.12. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "priority:3",
                "priority:4 OR priority:3",
                "(type:'Question' OR type:'Problem') AND (due_by:>'2017-10-01' AND due_by:<'2017-10-07')",
                "status:3 AND created_at:>'2021-01-01'",
                "agent_id:null",
                "cf_sales:12 OR cf_active:true",
                "tag:'a b'",
            })
    void every_documented_query_is_read(String query) {
        assertThat(parse(query)).isNotNull();
    }

    @Test
    void comparisons_joined_and_grouped() {
        assertThat(parse("(type:'Question' OR type:'Problem') AND (due_by:>'2017-10-01' AND due_by:<'2017-10-07')"))
                .isEqualTo(new All(List.of(
                        new Any(List.of(text("type", Operator.IS, "Question"), text("type", Operator.IS, "Problem"))),
                        new All(List.of(
                                text("due_by", Operator.AT_LEAST, "2017-10-01"),
                                text("due_by", Operator.AT_MOST, "2017-10-07"))))));
    }

    @Test
    void and_binds_more_tightly_than_or() {
        assertThat(parse("a:1 OR b:2 AND c:3 OR d:4"))
                .isEqualTo(new Any(
                        List.of(whole("a", 1), new All(List.of(whole("b", 2), whole("c", 3))), whole("d", 4))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tag:'it\\'s'|it's",
                "tag:'a\\\\'|a\\",
                "tag:'C:\\temp'|C:\\temp",
                "tag:'a OR b:1)'|a OR b:1)",
                "tag:'say \"hi\"'|say \"hi\"",
                "tag:'ñandú 😀'|ñandú 😀",
                "tag:''|``",
            })
    void a_text_holds_anything(String query, String expected) {
        assertThat(parse(query)).isEqualTo(text("tag", Operator.IS, expected));
    }

    @Test
    void blanks_count_only_within_texts() {
        assertThat(parse("  ( priority: > 3 )AND\tstatus:2 "))
                .isEqualTo(new All(List.of(
                        new Comparison("priority", Operator.AT_LEAST, new Value.Number(3)), whole("status", 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1",
                "priority|9",
                "priority:|10",
                "priority=3|9",
                "priority:three|10",
                "priority:3 and status:2|12",
                "priority:3 AND|15",
                "(priority:3|12",
                "priority:3)|11",
                "tag:a b|5",
                "priority:>=3|11",
                "free text|5",
                "a:1; drop table tickets|4",
            })
    void a_fault_is_told_with_its_place(String query, int position) {
        assertThat(refused(query).errors.getFirst().message())
                .isEqualTo("It could not be read from character " + position + " on");
    }

    @Test
    void noise_is_read_or_refused_and_nothing_else() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var noise = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                noise.append(PIECES[random.nextInt(PIECES.length)]);
            }
            try {
                assertThat(parse(noise.toString())).isNotNull();
            } catch (Refusal.Invalid refusal) {
                assertThat(refusal.errors.getFirst().field()).isEqualTo("query");
            }
        }
    }

    private static Expression parse(String query) {
        return QueryParser.parse('"' + query + '"');
    }

    private static Refusal.Invalid refused(String query) {
        return catchThrowableOfType(Refusal.Invalid.class, () -> parse(query));
    }

    private static Comparison whole(String field, long number) {
        return new Comparison(field, Operator.IS, new Value.Number(number));
    }

    private static Comparison text(String field, Operator operator, String text) {
        return new Comparison(field, operator, new Value.Text(text));
    }
}
