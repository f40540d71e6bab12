package dev.hilo.tls;

import dev.hilo.config.Config;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** What HTTPS is served with: the operator's certificate, or one that Hilo makes itself and keeps in its home. */
public final class Tls {

    private Tls() {}

    /** @return null where HTTPS is off */
    public static SSLContext of(Config config, Clock clock) {
        var listening = config.listening();
        if (listening.tlsPort().isEmpty()) return null;
        return listening
                .certificate()
                .map(files -> given(files.chain(), files.key(), clock))
                .orElseGet(() -> {
                    var names = new ArrayList<>(listening.tlsNames());
                    names.add("*." + listening.baseDomain());
                    return selfMade(config.home(), names, clock);
                });
    }

    static SSLContext given(Path chain, Path key, Clock clock) {
        return context(new CurrentIdentity(new PemFiles(chain, key), () -> {}, clock));
    }

    static SSLContext selfMade(Path home, Collection<String> names, Clock clock) {
        var files = new PemFiles(certificate(home), home.resolve("tls").resolve("key.pem"));
        var certificate = new SelfMadeCertificate(files, names, clock);
        return context(new CurrentIdentity(files, certificate::renew, clock));
    }

    /** Where the self-made certificate lies, for clients that are told to trust it. */
    public static Path certificate(Path home) {
        return home.resolve("tls").resolve("certificate.pem");
    }

    private static SSLContext context(KeyManager keys) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TlsUnusable("This Java cannot serve HTTPS: " + e, e);
        }
    }
}
