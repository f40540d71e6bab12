package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.sql.Connection;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a caller is told when every connection to the database is taken. */
class BusyTest {

    @Test
    void a_call_that_waits_in_vain_is_told_to_try_again() throws Exception {
        try (var server = TestServer.start()) {
            var pool = (HikariDataSource) server.database().dataSource();
            var taken = new ArrayList<Connection>();
            try {
                for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                    taken.add(pool.getConnection());
                }
                var told = new RawHttp(server.address(), server.adminKey()).get("/api/v2/roles");
                assertThat(told.status()).isEqualTo(503);
                assertThat(told.header("Retry-After")).contains("2");
                assertThat(told.json().get("code").asText()).isEqualTo("service_unavailable");
            } finally {
                for (var connection : taken) connection.close();
            }
            assertThat(server.admin().get("/roles").status()).isEqualTo(200);
        }
    }
}
