package dev.hilo.config;

import dev.hilo.web.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where Hilo listens and whom it believes.
 *
 * @param port 0 for a free one
 * @param tlsPort 0 for a free one; empty serves HTTP alone
 * @param certificate empty for one that Hilo makes itself
 * @param tlsNames further host names for that one
 * @param baseDomain the domain under which accounts have their host names
 */
public record Listening(
        String host,
        int port,
        OptionalInt tlsPort,
        Optional<Certificate> certificate,
        List<String> tlsNames,
        String baseDomain,
        List<Network> trustedProxies) {

    /** The PEM files of a certificate that somebody else made. */
    public record Certificate(Path chain, Path key) {}
}
