package dev.hilo.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that Hilo signs itself, for the names it is reached under on this machine. It vouches for nobody else, so
 * that who trusts it trusts this server alone.
 */
final class SelfMadeCertificate {

    /** The longest that Apple's systems accept. */
    private static final Duration LIFE = Duration.ofDays(825);

    private static final Duration LEAST_LEFT = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");

    private final PemFiles files;
    private final Set<String> names;
    private final Clock clock;

    SelfMadeCertificate(PemFiles files, Collection<String> names, Clock clock) {
        this.files = files;
        this.names = new HashSet<>(ALWAYS);
        this.names.addAll(names);
        this.clock = clock;
    }

    /** Makes it where there is none, it is about to end, or the names have changed. */
    void renew() {
        if (files.exist() && isGood()) return;
        files.write(make());
    }

    private boolean isGood() {
        try {
            var certificate = files.read().chain()[0];
            return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(LEAST_LEFT))
                    && namesOf(certificate).equals(canonical(names));
        } catch (TlsUnusable damaged) {
            return false;
        }
    }

    private static Set<String> namesOf(X509Certificate certificate) {
        try {
            var found = new HashSet<String>();
            for (List<?> name : certificate.getSubjectAlternativeNames()) found.add((String) name.get(1));
            return canonical(found);
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    /** Java spells out an IPv6 address that it reads from a certificate. */
    private static Set<String> canonical(Set<String> names) {
        var canonical = new HashSet<String>();
        names.forEach(name -> canonical.add(name.equals("0:0:0:0:0:0:0:1") ? "::1" : name));
        return canonical;
    }

    private Identity make() {
        try {
            var pair = newPair();
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(describe(pair).build(signer));
            return new Identity(pair.getPrivate(), new X509Certificate[] {certificate});
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new TlsUnusable("Cannot make a certificate: " + e, e);
        }
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder describe(KeyPair pair) throws CertIOException {
        var name = new X500Name("CN=Hilo,O=Self-made by this server");
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(159, new SecureRandom()).setBit(0),
                        Date.from(now.minus(CLOCKS_DIFFER)),
                        Date.from(now.minus(CLOCKS_DIFFER).plus(LIFE)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, alternativeNames())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    }

    private GeneralNames alternativeNames() {
        return new GeneralNames(names.stream()
                .sorted()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }
}
