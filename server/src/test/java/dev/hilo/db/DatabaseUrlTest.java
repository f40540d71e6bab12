package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://ana:s3cret@db.example:5433/hilo      | jdbc:postgresql://db.example:5433/hilo",
                "postgresql://ana:s3cret@db.example/hilo         | jdbc:postgresql://db.example/hilo",
                "postgres://ana:s3cret@db.example                | jdbc:postgresql://db.example/ana",
                "postgres://ana:s3cret@[::1]:5432/hilo           | jdbc:postgresql://[::1]:5432/hilo",
                "postgres://ana:s3cret@a:1,b:2/hilo              | jdbc:postgresql://a:1,b:2/hilo",
                "postgres://ana:s3cret@h/hilo?sslmode=require&connect_timeout=5"
                        + " | jdbc:postgresql://h/hilo?sslmode=require&connectTimeout=5",
                "jdbc:postgresql://h/hilo?user=ana&password=s3cret&sslmode=verify-full"
                        + " | jdbc:postgresql://h/hilo?sslmode=verify-full",
            })
    void readsEveryForm(String text, String jdbc) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbc, "ana", "s3cret"));
    }

    @Test
    void decodesUserAndPassword() {
        var url = DatabaseUrl.parse("postgres://an%40a:p%2Fq+r%25@h/hilo");
        assertThat(url.user()).isEqualTo("an@a");
        assertThat(url.password()).isEqualTo("p/q+r%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://a:s3cret@h/d", "postgres://a:s3%zzcret@h/d", "postgres://:s3cret@h/d", "s3cret", ""})
    void refusesTheRestWithoutRepeatingASecret(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The database's URL cannot be read: ")
                .hasMessageNotContaining("cret@");
    }

    @Test
    void printsNoPassword() {
        assertThat(DatabaseUrl.parse("postgres://ana:s3cret@h/hilo?sslmode=require"))
                .hasToString("ana@h/hilo");
    }
}
