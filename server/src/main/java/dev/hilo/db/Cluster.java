package dev.hilo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The embedded database's files: PostgreSQL's data folder and, beside it, the password of its only user. */
record Cluster(Path folder, PostgresBinaries binaries, PostgresUser user) {

    static final String USER = "hilo";
    private static final String NAME = "cluster";

    /** The cluster in a folder of {@code parent}; made there, all or nothing, unless it exists. */
    static Cluster in(Path parent, PostgresBinaries binaries) {
        return in(parent, binaries, PostgresUser.of(parent.resolve(NAME)));
    }

    static Cluster in(Path parent, PostgresBinaries binaries, PostgresUser user) {
        var cluster = new Cluster(parent.resolve(NAME), binaries, user);
        if (Files.exists(cluster.folder)) {
            cluster.requireSameMajor();
            user.own(cluster.folder);
        } else {
            cluster.create();
        }
        return cluster;
    }

    Path data() {
        return folder.resolve("data");
    }

    String password() {
        return passwordIn(folder);
    }

    static String passwordIn(Path folder) {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read the embedded database's password: " + e, e);
        }
    }

    private void requireSameMajor() {
        try {
            var major = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!major.equals(PostgresBinaries.MAJOR)) {
                throw new DatabaseUnavailable(
                        folder + " was made by PostgreSQL " + major + "; this Hilo brings " + PostgresBinaries.MAJOR
                                + ". Back it up with the Hilo that made it, and restore it with this one.");
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read the embedded database: " + e, e);
        }
    }

    private void create() {
        var partial = folder.resolveSibling("cluster.partial");
        try {
            prepare(partial);
            initialise(partial);
            Folders.publish(partial, folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot create the embedded database in " + folder + ": " + e, e);
        } finally {
            discard(partial);
        }
    }

    private void prepare(Path partial) throws IOException {
        Folders.empty(partial);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(Files.createFile(partial.resolve("password"), ownerOnly), newPassword() + "\n");
        user.own(partial);
    }

    private void initialise(Path partial) {
        var initdb = Command.run(user.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + partial.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + partial.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8")));
        if (initdb.exit() != 0) {
            throw new DatabaseUnavailable(
                    "Cannot create the embedded database in " + folder + ":\n" + initdb.lastLines());
        }
    }

    private static void discard(Path partial) {
        try {
            Folders.delete(partial);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot remove the unfinished " + partial + ": " + e, e);
        }
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
