package dev.hilo.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bea@acme.test",
                "BEA.Baker+news@mail.acme.co.uk",
                "o'hara@acme.test",
                "a@xn--bcher-kva.example",
                "a@b.xn--p1ai",
                "docomo..user@acme.test"
            })
    void an_address_has_a_name_and_a_domain(String text) {
        assertThat(Emails.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bea",
                "@acme.test",
                "bea@",
                "bea@acme",
                "bea@acme.",
                "bea@.test",
                "bea@acme..test",
                "bea@-acme.test",
                "bea baker@acme.test",
                "bea@@acme.test",
                "bea@acme.test, ada@acme.test",
                "Bea <bea@acme.test>",
                "bea@acme.test\n",
                "béa@acme.test"
            })
    void anything_else_is_none(String text) {
        assertThat(Emails.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Bea@Acme.test, bea@acme.test",
        "Bea Baker <Bea@acme.test>, bea@acme.test",
        "'\"Baker, Bea\" <bea@acme.test>', bea@acme.test",
        "<bea@acme.test>, bea@acme.test"
    })
    void a_name_in_front_is_left_out(String text, String address) {
        assertThat(Emails.parse(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bea <bea>", "bea@acme.test>", "Bea <>", "Bea bea@acme.test"})
    void half_an_address_is_no_recipient(String text) {
        assertThat(Emails.isRecipient(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000})
    void a_long_text_is_refused_at_once(int length) {
        assertThat(Emails.isValid("a".repeat(length))).isFalse();
        assertThat(Emails.isValid("a@" + "b.".repeat(length))).isFalse();
    }
}
