package dev.hilo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.Main;
import dev.hilo.config.Logs;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.logs.Logging;
import dev.hilo.testing.TestDatabase;
import dev.hilo.testing.TinyModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbsTest {

    @TempDir
    Path home;

    private String out;
    private String err;

    @BeforeEach
    void useTheTestsDatabase() throws IOException {
        setting("HILO_DATABASE_URL=" + address(TestDatabase.freshUrl()));
    }

    /** A verb sets the level for its whole process. */
    @AfterEach
    void beQuietAgain() {
        Logging.use(new Logs(Logs.Format.TEXT, Logs.Level.WARN));
    }

    @Test
    void anAccountIsCreatedOnceWithALogInAndAKey() {
        assertThat(hilo("account", "create", "acme", "--email", "Ada@acme.test", "--plan", "growth"))
                .isZero();
        assertThat(out)
                .containsPattern("Account   acme.localhost\nLog-in    ada@acme.test  password [a-z0-9]{16}\n"
                        + "API key   [0-9a-f]{40}\nPassword and key are not shown again.\n");

        assertThat(hilo("account", "create", "acme", "--email", "bo@acme.test")).isEqualTo(1);
        assertThat(err).isEqualTo("There is an account acme already\n");
        hilo("account", "list");
        assertThat(out).isEqualTo("acme                 acme, growth\n");
    }

    @Test
    void anAccountsNameAndMailAreChecked() {
        assertThat(hilo("account", "create", "Acme!", "--email", "ada@acme.test"))
                .isEqualTo(1);
        assertThat(err).contains("small letters");
        assertThat(hilo("account", "create", "acme", "--email", "ada")).isEqualTo(1);
        assertThat(err).isEqualTo("This is no e-mail address: ada\n");
        assertThat(hilo("account", "create", "acme", "--email", "a@b.test", "--time-zone", "Atlantis"))
                .isEqualTo(1);
        assertThat(err).isEqualTo("There is no time zone Atlantis\n");
        assertThat(hilo("account", "create", "acme", "--email", "a@b.test", "--plan", "gold"))
                .isEqualTo(2);
    }

    @Test
    void aModelIsAddedFromAFolder() throws IOException {
        var folder = TinyModel.write(home.resolve("tiny"));
        assertThat(hilo("model", "add", folder.toString(), "--languages", "es,pt"))
                .isZero();
        hilo("model", "list");
        assertThat(out.lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("bge-small-en-v1.5-q 384 dimensions en", "tiny 2 dimensions es,pt");

        assertThat(hilo("model", "add", home.resolve("absent").toString(), "--languages", "es"))
                .isEqualTo(1);
        assertThat(err).contains("cannot be used: there is none of model.onnx");
    }

    @Test
    void aKeyIsShownOnceAndEndsWhenRevoked() {
        hilo("account", "create", "acme", "--email", "ada@acme.test");
        assertThat(hilo("key", "create", "--agent", "ada@acme.test", "--name", "laptop"))
                .isZero();
        var key = out.strip();
        assertThat(key).matches("[0-9a-f]{40}");

        hilo("key", "list");
        assertThat(out).doesNotContain(key).contains("…" + key.substring(36), "ada@acme.test  laptop");
        var id = out.lines()
                .filter(line -> line.endsWith("laptop"))
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        assertThat(hilo("key", "revoke", id)).isZero();
        hilo("key", "list");
        assertThat(out).doesNotContain("laptop");
        assertThat(hilo("key", "revoke", id)).isEqualTo(1);
        assertThat(err).isEqualTo("There is no key " + id + " in use\n");
    }

    @Test
    void aKeyNeedsAnAgentAndWhereThereAreSeveralAnAccount() {
        hilo("key", "list");
        assertThat(err).isEqualTo("There is no account yet: ./hilo account create --help\n");
        hilo("account", "create", "acme", "--email", "ada@acme.test");
        assertThat(hilo("key", "create", "--agent", "bo@acme.test")).isEqualTo(1);
        assertThat(err).isEqualTo("There is no agent with the e-mail bo@acme.test\n");

        hilo("account", "create", "beta", "--email", "bo@beta.test");
        assertThat(hilo("key", "list")).isEqualTo(1);
        assertThat(err).isEqualTo("Say which account with --account: acme, beta\n");
        assertThat(hilo("key", "list", "--account", "gamma")).isEqualTo(1);
        assertThat(err).isEqualTo("There is no account gamma; there is acme, beta\n");
        assertThat(hilo("key", "list", "--account", "beta")).isZero();
        assertThat(out).contains("bo@beta.test");
    }

    @Test
    void whatIsBackedUpIsRestoredIntoAnEmptyInstallationAlone() throws IOException {
        hilo("account", "create", "acme", "--email", "ada@acme.test");
        var archive = home.resolve("acme.zip").toString();
        assertThat(hilo("backup", archive)).as(err).isZero();
        assertThat(out).matches("Wrote [0-9,]+ rows and 0 files to " + archive + " \\([0-9,]+ bytes\\)\\.\n");

        assertThat(hilo("restore", archive)).isEqualTo(1);
        assertThat(err).contains("The database has accounts already").hasLineCount(1);

        Files.delete(file());
        setting("HILO_DATABASE_URL=" + address(TestDatabase.freshUrl()));
        assertThat(hilo("restore", archive)).as(err).isZero();
        hilo("key", "list");
        assertThat(out).contains("ada@acme.test  first");
    }

    @Test
    void anEmptyHomeIsNotBackedUp() throws IOException {
        Files.delete(file());

        assertThat(hilo("backup", home.resolve("x.zip").toString())).isEqualTo(1);
        assertThat(err).isEqualTo("There is nothing in " + home + " to back up\n");
    }

    @Test
    void theSettingsAreShownWithTheirSourcesAndWithoutSecrets() throws IOException {
        setting("HILO_ATTACHMENTS=s3://files\nHILO_S3_ACCESS_KEY=AK\nHILO_S3_SECRET_KEY=hunter2");

        assertThat(hilo("config", "--port", "9090")).isZero();
        assertThat(out)
                .contains(
                        "HILO_HOME              " + home + "  (--home)\n",
                        "HILO_PORT              9090  (--port)\n",
                        "HILO_LOG_LEVEL         info  (default)\n",
                        "HILO_S3_SECRET_KEY     ****  (" + home.resolve("hilo.conf") + ")\n")
                .doesNotContain("hunter2");
    }

    @Test
    void badSettingsAreToldInALineEach() throws IOException {
        setting("HILO_PORT=eighty\nHILO_LOG_LEVEL=loud");

        assertThat(hilo("serve")).isEqualTo(1);
        assertThat(err)
                .isEqualTo("HILO_PORT (%s) must be a port from 0 to 65535, not eighty\n".formatted(file())
                        + "HILO_LOG_LEVEL (%s) must be error, warn, info or debug, not loud\n".formatted(file()));
    }

    @Test
    void anUnknownSettingStopsTheBoot() throws IOException {
        setting("HILO_PROT=1");

        assertThat(hilo("serve")).isEqualTo(1);
        assertThat(err).isEqualTo("Unknown setting HILO_PROT (%s). Did you mean HILO_PORT?\n".formatted(file()));
    }

    @Test
    void aHomeThatCannotBeIsToldInALine() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");

        assertThat(run("serve", "--home", file.toString())).isEqualTo(1);
        assertThat(err).startsWith("Cannot write to the folder " + file).hasLineCount(1);
    }

    @Test
    void aSlipOfThePenIsMetWithASuggestion() {
        assertThat(run("sevre")).isEqualTo(2);
        assertThat(err).contains("Did you mean", "hilo serve").doesNotContain("\tat ");
        assertThat(run()).isEqualTo(2);
        assertThat(run("version")).isZero();
        assertThat(out).startsWith("Hilo ");
    }

    private void setting(String lines) throws IOException {
        var before = Files.exists(file()) ? Files.readString(file()) : "";
        Files.writeString(file(), before + lines + "\n");
    }

    private Path file() {
        return home.resolve("hilo.conf");
    }

    private static String address(DatabaseUrl url) {
        return url.jdbc() + "?user=" + url.user() + "&password="
                + URLEncoder.encode(url.password(), StandardCharsets.UTF_8);
    }

    /** Runs a verb on this test's home. */
    private int hilo(String... words) {
        var line = new String[words.length + 2];
        System.arraycopy(words, 0, line, 0, words.length);
        line[words.length] = "--home";
        line[words.length + 1] = home.toString();
        return run(line);
    }

    private int run(String... line) {
        var written = new StringWriter();
        var complained = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(written, true))
                .setErr(new PrintWriter(complained, true))
                .execute(line);
        out = written.toString();
        err = complained.toString();
        return status;
    }
}
