package dev.hilo.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hilo.Hilo;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * How to get into the demo. Kept in a file of its home, for its owner's eyes, so that key and password stay the same.
 *
 * @param key null until it is made
 */
record DemoAccess(String email, String password, String key) {

    static final String ACCOUNT = "acme";
    /** The snapshot that holds the sample data as they were made. */
    static final String SAMPLE = "sample";

    private static final String FILE = "demo-access.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the file says; where it or the account is missing, they are made. */
    static DemoAccess open(Path home, Hilo hilo, boolean empty) throws IOException {
        var file = home.resolve(FILE);
        var access = Files.exists(file)
                ? JSON.readValue(file.toFile(), DemoAccess.class)
                : new DemoAccess("ada@acme.test", Passphrase.random(), null).save(file);
        if (hilo.accounts().list().isEmpty()) hilo.accounts().create(access.account());
        var account = hilo.accounts().list().getFirst();
        if (!empty && hilo.demo().furnish(account)) hilo.sandbox().remember(account, SAMPLE);
        return access.key == null ? access.withKey(hilo).save(file) : access;
    }

    private NewAccount account() {
        return new NewAccount(ACCOUNT, "Acme", Plan.UNLIMITED, "UTC", "en", "Ada Admin", email, password);
    }

    private DemoAccess withKey(Hilo hilo) {
        long account = hilo.accounts().list().getFirst().accountId();
        return new DemoAccess(email, password, hilo.keys().create(account, email, "demo"));
    }

    private DemoAccess save(Path file) throws IOException {
        var partial = file.resolveSibling(FILE + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JSON.writeValue(partial.toFile(), this);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        return this;
    }
}
