package dev.hilo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AheadTest {

    @Test
    void every_row_arrives_once_and_in_order() throws Exception {
        var written = new ArrayList<Object>();

        Ahead.run(
                rows -> {
                    for (int i = 0; i < 1234; i++) rows.take(new Object[] {i});
                },
                values -> written.add(values[0]));

        assertThat(written).isEqualTo(IntStream.range(0, 1234).boxed().toList());
    }

    @Test
    void what_goes_wrong_with_reading_ends_the_writing_too() {
        assertThatThrownBy(() -> Ahead.run(
                        rows -> {
                            rows.take(new Object[] {1});
                            throw new IOException("No more of it");
                        },
                        values -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("No more of it");
    }

    @Test
    void what_goes_wrong_with_writing_ends_the_reading_too() {
        var read = new AtomicInteger();
        assertThatThrownBy(() -> Ahead.run(
                        rows -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                rows.take(new Object[] {i});
                                read.incrementAndGet();
                            }
                        },
                        values -> {
                            throw new Export.Stopped();
                        }))
                .isInstanceOf(Export.Stopped.class);
        assertThat(read).hasValueLessThan(1000);
    }
}
