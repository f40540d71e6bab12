package dev.hilo.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final List<String> NAMES = List.of("*.desk.example.com");

    @TempDir
    Path home;

    @Test
    void aClientThatTrustsTheSelfMadeCertificateGetsThrough() throws Exception {
        var server = Tls.selfMade(home, NAMES, Clock.systemUTC());

        for (var name : List.of("localhost", "127.0.0.1", "::1", "acme.desk.example.com")) {
            assertThat(handshake(server, trusting(certificate()), name))
                    .as(name)
                    .isNotNull();
        }
    }

    @Test
    void anotherNameIsNotInIt() {
        var server = Tls.selfMade(home, NAMES, Clock.systemUTC());

        assertThatThrownBy(() -> handshake(server, trusting(certificate()), "acme.freshdesk.com"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void itsKeyIsTheOwnersAloneAndItVouchesForNobodyElse() throws Exception {
        Tls.selfMade(home, NAMES, Clock.systemUTC());

        var permissions = Files.getPosixFilePermissions(home.resolve("tls/key.pem"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void itStaysUntilThirtyDaysBeforeItsEnd() throws Exception {
        Tls.selfMade(home, NAMES, at("2026-01-01T00:00:00Z"));
        var first = certificate();
        assertThat(first.getNotAfter().toInstant())
                .isEqualTo(Instant.parse("2025-12-31T23:00:00Z").plus(Duration.ofDays(825)));

        Tls.selfMade(home, NAMES, at("2028-03-01T00:00:00Z"));
        assertThat(certificate()).isEqualTo(first);

        Tls.selfMade(home, NAMES, at("2028-03-07T00:00:00Z"));
        assertThat(certificate()).isNotEqualTo(first);
    }

    @Test
    void itIsMadeAgainWhenTheNamesChangeOrAFileIsDamaged() throws Exception {
        Tls.selfMade(home, NAMES, Clock.systemUTC());
        var first = certificate();
        Tls.selfMade(home, List.of("*.other.example.com"), Clock.systemUTC());
        var second = certificate();
        assertThat(second).isNotEqualTo(first);

        Files.writeString(home.resolve("tls/key.pem"), "");
        Tls.selfMade(home, List.of("*.other.example.com"), Clock.systemUTC());
        assertThat(certificate()).isNotEqualTo(second);
    }

    @Test
    void aRenewedFileIsTakenUpWithoutARestart() throws Exception {
        var other = home.resolve("other");
        Tls.selfMade(home, NAMES, Clock.systemUTC());
        Tls.selfMade(other, NAMES, Clock.systemUTC());
        var clock = new SettableClock();
        var before = certificate();
        var client = trusting(before, read(Tls.certificate(other)));
        var server = Tls.given(Tls.certificate(home), home.resolve("tls/key.pem"), clock);

        copy(other.resolve("tls/key.pem"), home.resolve("tls/key.pem"));
        clock.now = clock.now.plusSeconds(61);
        var whileTheyDoNotFit = handshake(server, client, "localhost");
        copy(Tls.certificate(other), Tls.certificate(home));
        clock.now = clock.now.plusSeconds(61);
        var renewed = handshake(server, client, "localhost");

        assertThat(whileTheyDoNotFit).isEqualTo(before);
        assertThat(renewed).isEqualTo(read(Tls.certificate(other)));
    }

    @Test
    void everyUsualFormOfAKeyIsRead() throws Exception {
        Tls.selfMade(home, NAMES, Clock.systemUTC());
        var plain = home.resolve("tls/key.pem");
        var older = home.resolve("older.pem");
        try (var parser = new PEMParser(Files.newBufferedReader(plain));
                var writer = new JcaPEMWriter(Files.newBufferedWriter(older))) {
            writer.writeObject(new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parser.readObject()));
        }
        assertThat(older).content().startsWith("-----BEGIN EC PRIVATE KEY-----");

        for (var key : List.of(plain, older)) {
            var server = Tls.given(Tls.certificate(home), key, Clock.systemUTC());
            assertThat(handshake(server, trusting(certificate()), "localhost")).isEqualTo(certificate());
        }
    }

    @Test
    void filesThatCannotServeAreNamed() throws IOException {
        var empty = Files.writeString(home.resolve("empty.pem"), "");
        Tls.selfMade(home, NAMES, Clock.systemUTC());
        Tls.selfMade(home.resolve("other"), NAMES, Clock.systemUTC());
        var certificate = Tls.certificate(home);
        var strange = home.resolve("other/tls/key.pem");

        assertThatThrownBy(() -> Tls.given(certificate, empty, Clock.systemUTC()))
                .hasMessage("There is no private key without a passphrase in " + empty);
        assertThatThrownBy(() -> Tls.given(empty, strange, Clock.systemUTC()))
                .hasMessage("There is no certificate in " + empty);
        assertThatThrownBy(() -> Tls.given(certificate, strange, Clock.systemUTC()))
                .hasMessage("The key in " + strange + " is not the one of " + certificate);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.write(to, Files.readAllBytes(from));
        Files.setLastModifiedTime(to, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private X509Certificate certificate() throws IOException, CertificateException {
        return read(Tls.certificate(home));
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    private static SSLContext trusting(X509Certificate... certificates) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (var one : certificates)
            trusted.setCertificateEntry(one.getSerialNumber().toString(), one);
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** The certificate that a client sees which asks for this name. */
    private static X509Certificate handshake(SSLContext server, SSLContext client, String name) throws Exception {
        try (var listener = (SSLServerSocket)
                        server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.runAsync(() -> accept(listener), executor);
            try (var plain = new java.net.Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                    var socket = (SSLSocket) client.getSocketFactory().createSocket(plain, name, 443, true)) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return (X509Certificate) socket.getSession().getPeerCertificates()[0];
            }
        }
    }

    private static void accept(SSLServerSocket listener) {
        try (var socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException refusedByTheClient) {
            // the client's side tells
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
