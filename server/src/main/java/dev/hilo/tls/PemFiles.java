package dev.hilo.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** A certificate chain and its private key in two PEM files. */
record PemFiles(Path chain, Path key) {

    /** PKCS #8, the form that is read without the help of a library that takes long to load. */
    private static final Pattern PLAIN_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    boolean exist() {
        return Files.exists(chain) && Files.exists(key);
    }

    /** Changes when the files do. */
    List<FileTime> version() {
        try {
            return List.of(Files.getLastModifiedTime(chain), Files.getLastModifiedTime(key));
        } catch (IOException e) {
            throw new TlsUnusable("Cannot read " + chain + " and " + key + ": " + e, e);
        }
    }

    Identity read() {
        var certificates = readChain();
        var identity = new Identity(readKey(certificates[0].getPublicKey()), certificates);
        if (!fits(identity)) throw new TlsUnusable("The key in " + key + " is not the one of " + chain, null);
        return identity;
    }

    private X509Certificate[] readChain() {
        try (var in = Files.newInputStream(chain)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) throw new TlsUnusable("There is no certificate in " + chain, null);
            return certificates.toArray(X509Certificate[]::new);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsUnusable("There is no usable certificate in " + chain + ": " + e.getMessage(), e);
        }
    }

    private PrivateKey readKey(PublicKey certified) {
        try {
            var text = Files.readString(key);
            var plain = PLAIN_KEY.matcher(text);
            return plain.find() ? decode(plain.group(1), certified) : readOlderForm(text, certified);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsUnusable("There is no usable private key in " + key + ": " + e.getMessage(), e);
        }
    }

    private static PrivateKey decode(String base64, PublicKey certified) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance(certified.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** {@code BEGIN EC PRIVATE KEY}, which may leave its curve to the certificate, and {@code BEGIN RSA PRIVATE KEY}. */
    private PrivateKey readOlderForm(String text, PublicKey certified) throws IOException {
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PEMKeyPair pair) {
                    var kind = SubjectPublicKeyInfo.getInstance(certified.getEncoded())
                            .getAlgorithm();
                    var key = pair.getPrivateKeyInfo().parsePrivateKey();
                    return new JcaPEMKeyConverter().getPrivateKey(new PrivateKeyInfo(kind, key));
                }
            }
        }
        throw new TlsUnusable("There is no private key without a passphrase in " + key, null);
    }

    private static boolean fits(Identity identity) {
        try {
            byte[] text = {1};
            var signer = Signature.getInstance(
                    switch (identity.key().getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        case String other -> other;
                    });
            signer.initSign(identity.key());
            signer.update(text);
            byte[] signature = signer.sign();
            signer.initVerify(identity.chain()[0]);
            signer.update(text);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Both files appear whole; the key is its owner's alone from the first byte. */
    void write(Identity identity) {
        try {
            Files.createDirectories(chain.getParent());
            replace(key, pem(new JcaPKCS8Generator(identity.key(), null)), "rw-------");
            replace(chain, pem((Object[]) identity.chain()), "rw-r--r--");
        } catch (IOException e) {
            throw new TlsUnusable("Cannot write the certificate to " + chain.getParent() + ": " + e, e);
        }
    }

    private static String pem(Object... objects) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (Object object : objects) writer.writeObject(object);
        }
        return text.toString();
    }

    private static void replace(Path file, String text, String permissions) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
