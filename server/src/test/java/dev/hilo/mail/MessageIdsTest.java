package dev.hilo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void a_header_names_them_in_its_order_each_once() {
        assertThat(MessageIds.parse("<a@x.test>\r\n\t<b@x.test> <a@x.test>")).containsExactly("a@x.test", "b@x.test");
        assertThat(MessageIds.parse("Your mail of Monday <a@x.test> (was lost)"))
                .containsExactly("a@x.test");
        assertThat(MessageIds.parse("bare@x.test ")).containsExactly("bare@x.test");
        assertThat(MessageIds.parse("<folded\r\n @x.test>")).containsExactly("folded@x.test");
    }

    @Test
    void nothing_comes_of_nothing() {
        assertThat(MessageIds.parse(null)).isEmpty();
        assertThat(MessageIds.parse(" ")).isEmpty();
        assertThat(MessageIds.parse("<>")).isEmpty();
        assertThat(MessageIds.parse("<unclosed@x.test")).isEmpty();
    }

    @Test
    void one_too_long_to_be_looked_up_is_kept_as_its_hash() {
        var id = MessageIds.parse("<" + "a".repeat(2000) + "@x.test>").getFirst();

        assertThat(id).startsWith("sha256:").hasSize(71);
        assertThat(MessageIds.parse("<" + "a".repeat(2000) + "@x.test>")).containsExactly(id);
    }

    @Test
    void of_very_many_the_last_count() {
        var header = new StringBuilder();
        for (int i = 0; i < 1000; i++) header.append("<").append(i).append("@x.test> ");

        assertThat(MessageIds.parse(header.toString())).hasSize(200).endsWith("999@x.test");
    }

    @Test
    void a_new_one_ends_with_the_domain_of_the_sender() {
        var id = MessageIds.next("support@acme.test");

        assertThat(id).endsWith("@acme.test").isNotEqualTo(MessageIds.next("support@acme.test"));
        assertThat(MessageIds.parse(MessageIds.inBrackets(id))).containsExactly(id);
    }
}
