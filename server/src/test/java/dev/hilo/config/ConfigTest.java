package dev.hilo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.mail.ReplyToken;
import dev.hilo.web.Network;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir
    Path home;

    @Test
    void defaults() {
        var config = Config.of(gather(Map.of()));

        assertThat(config.home()).isEqualTo(home);
        assertThat(config.listening())
                .isEqualTo(new Listening(
                        "127.0.0.1", 8080, OptionalInt.of(8443), Optional.empty(), List.of(), "localhost", List.of()));
        assertThat(config.rateLimits()).isTrue();
        assertThat(config.database()).isEmpty();
        assertThat(config.databasePool()).isEqualTo(Database.defaultPoolSize());
        assertThat(config.attachments()).isEqualTo(new Attachments.Folder(home.resolve("attachments")));
        assertThat(config.logs()).isEqualTo(new Logs(Logs.Format.TEXT, Logs.Level.INFO));
    }

    @Test
    void everySettingReachesTheConfig() throws IOException {
        var certificate = Files.writeString(home.resolve("chain.pem"), "");
        var key = Files.writeString(home.resolve("key.pem"), "");
        var config = Config.of(gather(Map.ofEntries(
                Map.entry("HILO_HOME", home.resolve("elsewhere").toString()),
                Map.entry("HILO_HOST", "0.0.0.0"),
                Map.entry("HILO_PORT", "0"),
                Map.entry("HILO_TLS_PORT", "443"),
                Map.entry("HILO_TLS_CERTIFICATE", certificate.toString()),
                Map.entry("HILO_TLS_KEY", key.toString()),
                Map.entry("HILO_TLS_NAMES", "acme.freshdesk.com, help.example.com"),
                Map.entry("HILO_BASE_DOMAIN", "desk.example.com"),
                Map.entry("HILO_TRUSTED_PROXIES", "10.0.0.0/8,::1"),
                Map.entry("HILO_RATE_LIMITS", "off"),
                Map.entry("HILO_DATABASE_URL", "postgres://hilo:pass@db.example.com/desk"),
                Map.entry("HILO_DATABASE_POOL", "12"),
                Map.entry("HILO_ATTACHMENTS", "s3://files/hilo/acme/"),
                Map.entry("HILO_S3_ENDPOINT", "https://minio.example.com"),
                Map.entry("HILO_S3_REGION", "eu-west-1"),
                Map.entry("HILO_S3_ACCESS_KEY", "AK"),
                Map.entry("HILO_S3_SECRET_KEY", "SK"),
                Map.entry("HILO_SMTP_HOST", "smtp.example.com"),
                Map.entry("HILO_SMTP_PORT", "465"),
                Map.entry("HILO_SMTP_TLS", "on"),
                Map.entry("HILO_SMTP_USER", "hilo"),
                Map.entry("HILO_SMTP_PASSWORD", "s3cret"),
                Map.entry("HILO_REPLY_ADDRESS", "subdomain"),
                Map.entry("HILO_SANDBOX", "on"),
                Map.entry("HILO_WEBHOOKS_ALLOW_PRIVATE", "on"),
                Map.entry("HILO_KNOWLEDGE_FOLDERS", home.toString()),
                Map.entry("HILO_LOG_FORMAT", "json"),
                Map.entry("HILO_LOG_LEVEL", "debug"),
                Map.entry("HILO_JAVA_OPTS", "-Xmx1g"),
                Map.entry("HILO_AOT", "off"))));

        assertThat(config)
                .isEqualTo(new Config(
                        home.resolve("elsewhere"),
                        new Listening(
                                "0.0.0.0",
                                0,
                                OptionalInt.of(443),
                                Optional.of(new Listening.Certificate(certificate, key)),
                                List.of("acme.freshdesk.com", "help.example.com"),
                                "desk.example.com",
                                config.listening().trustedProxies()),
                        false,
                        Optional.of(DatabaseUrl.parse("postgres://hilo:pass@db.example.com/desk")),
                        12,
                        new Attachments.Bucket(
                                "files",
                                "hilo/acme",
                                Optional.of(URI.create("https://minio.example.com")),
                                "eu-west-1",
                                "AK",
                                new Secret("SK")),
                        new Mail(
                                Optional.of(new Mail.Relay(
                                        "smtp.example.com",
                                        465,
                                        Mail.Tls.ON,
                                        Optional.of("hilo"),
                                        new Secret("s3cret"))),
                                Optional.of(ReplyToken.Place.SUBDOMAIN)),
                        true,
                        List.of(home),
                        true,
                        new Logs(Logs.Format.JSON, Logs.Level.DEBUG)));
        assertThat(config.listening().trustedProxies())
                .usingRecursiveComparison()
                .isEqualTo(List.of(Network.parse("10.0.0.0/8"), Network.parse("::1")));
    }

    @Test
    void httpsCanBeOff() {
        assertThat(Config.of(gather(Map.of("HILO_TLS_PORT", "off"))).listening().tlsPort())
                .isEmpty();
    }

    @Test
    void anEmptyValueSetsNothing() {
        assertThat(Config.of(gather(Map.of("HILO_PORT", " "))).listening().port())
                .isEqualTo(8080);
    }

    @Test
    void aRelativeFolderForAttachmentsLiesInTheHome() {
        assertThat(Config.of(gather(Map.of("HILO_ATTACHMENTS", "files"))).attachments())
                .isEqualTo(new Attachments.Folder(home.resolve("files")));
    }

    @Test
    void everyBadValueIsToldAtOnce() {
        var settings = gather(Map.of(
                "HILO_PORT", "eighty",
                "HILO_TLS_PORT", "70000",
                "HILO_TRUSTED_PROXIES", "10.0.0.0/99",
                "HILO_LOG_LEVEL", "loud",
                "HILO_TLS_KEY", "/does/not/exist.pem",
                "HILO_DATABASE_URL", "mysql://root:hunter2@localhost"));

        assertThatThrownBy(() -> Config.of(settings))
                .isInstanceOfSatisfying(
                        ConfigInvalid.class,
                        invalid -> assertThat(invalid.problems())
                                .contains(
                                        "HILO_PORT (environment) must be a port from 0 to 65535, not eighty",
                                        "HILO_TLS_PORT (environment) must be a port from 0 to 65535, or off, not 70000",
                                        "HILO_TRUSTED_PROXIES (environment) must be networks such as 10.0.0.0/8,::1,"
                                                + " not 10.0.0.0/99",
                                        "HILO_LOG_LEVEL (environment) must be error, warn, info or debug, not loud",
                                        "HILO_TLS_KEY (environment) must be a file that exists, not /does/not/exist.pem",
                                        "HILO_TLS_CERTIFICATE and HILO_TLS_KEY are set together or not at all")
                                .hasSize(7)
                                .noneMatch(problem -> problem.contains("hunter2")));
    }

    @Test
    void aBucketNeedsItsKeys() {
        assertThatThrownBy(() -> Config.of(gather(Map.of("HILO_ATTACHMENTS", "s3://files"))))
                .hasMessage("A bucket for attachments needs HILO_S3_ACCESS_KEY and HILO_S3_SECRET_KEY");
    }

    @Test
    void secretsDoNotPrint() {
        var config = Config.of(gather(Map.of(
                "HILO_DATABASE_URL", "postgres://hilo:hunter2@localhost/hilo",
                "HILO_ATTACHMENTS", "s3://files",
                "HILO_S3_ACCESS_KEY", "AK",
                "HILO_S3_SECRET_KEY", "hunter3")));

        assertThat(config.toString()).doesNotContain("hunter");
    }

    private GivenSettings gather(Map<String, String> environment) {
        return GivenSettings.gather(home, environment, Map.of());
    }
}
