package dev.hilo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenSettingsTest {

    @TempDir
    Path home;

    @Test
    void anOptionBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
        write("HILO_PORT=1\nHILO_TLS_PORT=1\nHILO_HOST=1.1.1.1\n");
        var settings = GivenSettings.gather(
                home, Map.of("HILO_PORT", "2", "HILO_TLS_PORT", "2"), Map.of(Setting.PORT, new Given("3", "--port")));

        assertThat(settings.find(Setting.PORT)).contains(new Given("3", "--port"));
        assertThat(settings.find(Setting.TLS_PORT)).contains(new Given("2", "environment"));
        assertThat(settings.find(Setting.HOST))
                .contains(new Given("1.1.1.1", home.resolve("hilo.conf").toString()));
        assertThat(settings.sourceOf(Setting.LOG_LEVEL)).isEqualTo("default");
    }

    @Test
    void theFileMayHaveCommentsQuotesAndBlankLines() throws IOException {
        write("# ours\n\n  HILO_HOST = \"10.0.0.1\"\r\nHILO_BASE_DOMAIN='desk.example.com'\n");

        assertThat(gather().shown(Setting.HOST)).isEqualTo("10.0.0.1");
        assertThat(gather().shown(Setting.BASE_DOMAIN)).isEqualTo("desk.example.com");
    }

    @Test
    void aFileElsewhereIsNamedByASetting() throws IOException {
        var file = Files.writeString(home.resolve("other.conf"), "HILO_PORT=9090\nHILO_HOME=/srv/hilo\n");
        var settings = gather(Map.of("HILO_CONFIG", file.toString()));

        assertThat(settings.shown(Setting.PORT)).isEqualTo("9090");
        assertThat(settings.home()).isEqualTo(Path.of("/srv/hilo"));
    }

    @Test
    void aNamedFileMustBeThere() {
        assertThatThrownBy(() -> gather(Map.of("HILO_CONFIG", "/does/not/exist.conf")))
                .hasMessage("Cannot read the settings in /does/not/exist.conf (NoSuchFileException)");
    }

    @Test
    void theHomesFileCannotMoveTheHome() throws IOException {
        write("HILO_HOME=/srv/hilo\n");

        assertThatThrownBy(this::gather).hasMessageEndingWith("HILO_HOME cannot be set in the home's own file");
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() throws IOException {
        write("HILO_DATABSE_URL=x\nPORT=1\n");

        assertThatThrownBy(() -> gather(Map.of("HILO_PROT", "1", "PATH", "/bin")))
                .hasMessage("""
                        Unknown setting HILO_PROT (environment). Did you mean HILO_PORT?
                        Unknown setting HILO_DATABSE_URL (%s). Did you mean HILO_DATABASE_URL?
                        Unknown setting PORT (%1$s). Did you mean HILO_PORT?""".formatted(home.resolve("hilo.conf")));
    }

    @Test
    void aBrokenFileIsToldByLine() throws IOException {
        write("HILO_PORT\nHILO_HOST=a\nHILO_HOST=b\n");
        var file = home.resolve("hilo.conf");

        assertThatThrownBy(this::gather)
                .hasMessage(
                        file + ", line 1: expected HILO_NAME=value\n" + file + ", line 3: HILO_HOST is there twice");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(home.resolve("hilo.conf"), "HILO_HOST=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::gather).hasMessageEndingWith("is not a text file in UTF-8");
    }

    @Test
    void secretsAreMasked() {
        var settings = gather(Map.of(
                "HILO_S3_SECRET_KEY", "hunter2",
                "HILO_DATABASE_URL", "postgres://hilo:hunter2@db/hilo?sslpassword=hunter3"));

        assertThat(settings.shown(Setting.S3_SECRET_KEY)).isEqualTo("****");
        assertThat(settings.shown(Setting.DATABASE_URL)).isEqualTo("postgres://hilo:****@db/hilo?sslpassword=****");
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("hilo.conf"), text);
    }

    private GivenSettings gather() {
        return gather(Map.of());
    }

    private GivenSettings gather(Map<String, String> environment) {
        return GivenSettings.gather(home, environment, Map.of());
    }
}
