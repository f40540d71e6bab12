package dev.hilo.tls;

import java.net.Socket;
import java.nio.file.attribute.FileTime;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The identity in the files, read again when they change, so that a renewed certificate needs no restart. */
final class CurrentIdentity extends X509ExtendedKeyManager {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentIdentity.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** @param alias changes with each reading, so that a handshake gets key and chain from the same one */
    private record Loaded(String alias, Identity identity, List<FileTime> version) {}

    private final PemFiles files;
    private final Runnable renewal;
    private final Clock clock;
    private volatile Loaded current;
    private volatile Loaded previous;
    private Instant nextLook;

    CurrentIdentity(PemFiles files, Runnable renewal, Clock clock) {
        this.files = files;
        this.renewal = renewal;
        this.clock = clock;
        renewal.run();
        this.current = load(1);
        this.previous = current;
        this.nextLook = clock.instant().plus(LOOK_EVERY);
    }

    private Loaded load(int number) {
        var version = files.version();
        return new Loaded("hilo-" + number, files.read(), version);
    }

    private synchronized Loaded current() {
        if (clock.instant().isBefore(nextLook)) return current;
        nextLook = clock.instant().plus(LOOK_EVERY);
        try {
            renewal.run();
            if (!files.version().equals(current.version)) replace();
        } catch (TlsUnusable e) {
            LOG.warn("Keeping the certificate in use: {}", e.getMessage());
        }
        return current;
    }

    private void replace() {
        int number = Integer.parseInt(current.alias.substring("hilo-".length()));
        var next = load(number + 1);
        previous = current;
        current = next;
        LOG.info("Took up the new certificate in {}", files.chain());
    }

    private Identity named(String alias) {
        return alias.equals(previous.alias) ? previous.identity : current.identity;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return fitting(keyType);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return fitting(keyType);
    }

    private String fitting(String keyType) {
        var loaded = current();
        return loaded.identity.key().getAlgorithm().equals(keyType) ? loaded.alias : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return named(alias).chain().clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return named(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        var alias = fitting(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
