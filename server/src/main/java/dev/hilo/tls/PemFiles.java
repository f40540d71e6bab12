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
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** A certificate chain and its private key in two PEM files. */
record PemFiles(Path chain, Path key) {

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
        var identity = new Identity(readKey(), readChain());
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

    private PrivateKey readKey() {
        try (var parser = new PEMParser(new StringReader(Files.readString(key)))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                var converter = new JcaPEMKeyConverter();
                if (object instanceof PEMKeyPair pair) return converter.getPrivateKey(pair.getPrivateKeyInfo());
                if (object instanceof PrivateKeyInfo info) return converter.getPrivateKey(info);
            }
        } catch (IOException e) {
            throw new TlsUnusable("There is no usable private key in " + key + ": " + e.getMessage(), e);
        }
        throw new TlsUnusable("There is no private key without a passphrase in " + key, null);
    }

    private static boolean fits(Identity identity) {
        try {
            byte[] text = {1};
            var name = identity.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            var signer = Signature.getInstance(name);
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
