package dev.hilo.placeholders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Placeholders values = name -> Optional.ofNullable(Map.of(
                    "ticket.id",
                    Placeholder.ofText(17),
                    "ticket.subject",
                    Placeholder.ofText("<script>alert('x')</script> & more"),
                    "ticket.url",
                    Placeholder.ofText("https://acme.test/a/tickets/17"),
                    "ticket.evil",
                    Placeholder.ofText("\" onclick=\"alert(1)"),
                    "comment.body",
                    Placeholder.ofHtml("<div>Hello <b>you</b></div>"))
            .get(name));

    @Test
    void a_placeholder_is_replaced_however_it_is_spaced() {
        assertThat(text("#{{ticket.id}} #{{ ticket.id }} #{{\tticket.id | escape }}"))
                .isEqualTo("#17 #17 #17");
    }

    @Test
    void what_nobody_knows_reads_as_nothing_and_what_is_no_placeholder_stays() {
        assertThat(text("a{{ticket.unknown}}b")).isEqualTo("ab");
        assertThat(text("{ticket.id} {{}} {{ticket.id {{1}} {% if %}"))
                .isEqualTo("{ticket.id} {{}} {{ticket.id {{1}} {% if %}");
    }

    @Test
    void a_value_is_text_in_html_whatever_it_holds() {
        assertThat(html("<p>{{ticket.subject}}</p>"))
                .isEqualTo("<p>&lt;script&gt;alert('x')&lt;/script&gt; &amp; more</p>");
        assertThat(html("<a href=\"{{ticket.url}}\">go</a>")).contains("href=\"https://acme.test/a/tickets/17\"");
        assertThat(html("<b title=\"{{ticket.evil}}\">x</b>")).doesNotContain("onclick=\"");
        assertThat(html("<script>steal()</script>{{comment.body}}"))
                .doesNotContain("steal")
                .contains("Hello <b>you</b>");
    }

    @Test
    void html_reads_as_text_in_a_subject() {
        assertThat(text("Re: {{comment.body}}")).isEqualTo("Re: Hello you");
        assertThat(text("{{ticket.subject}}")).isEqualTo("<script>alert('x')</script> & more");
    }

    @Test
    void a_value_that_holds_a_placeholder_is_not_read_again() {
        Placeholders tricky = name -> Optional.of(Placeholder.ofText("{{ticket.id}}"));

        assertThat(new Template("{{ticket.subject}}").asText(tricky)).isEqualTo("{{ticket.id}}");
    }

    @Test
    void what_comes_of_it_is_bounded() {
        Placeholders large = name -> Optional.of(Placeholder.ofText("x".repeat(100_000)));

        assertThat(new Template("{{a}}".repeat(1000)).asText(large).length()).isLessThanOrEqualTo(1_010_000);
    }

    @Test
    void it_knows_what_it_names() {
        assertThat(new Template("{{ticket.requester.name}}").names("ticket.requester"))
                .isTrue();
        assertThat(new Template("{{ticket.requesters}}").names("ticket.requester"))
                .isFalse();
    }

    private String text(String template) {
        return new Template(template).asText(values);
    }

    private String html(String template) {
        return new Template(template).asHtml(values);
    }
}
