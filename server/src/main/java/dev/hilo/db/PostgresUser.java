package dev.hilo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom the embedded PostgreSQL runs as. Hilo's own user, unless that is root, which PostgreSQL refuses: then root
 * without its powers in a user namespace, or, where the kernel or the container forbids one, another user.
 *
 * @param uid the numeric owner of the cluster's files
 * @param prefix what is put before a command to run it as this user
 */
record PostgresUser(int uid, List<String> prefix) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUser.class);
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    /** The user for the cluster in this folder, which may not exist yet. Who owns it already, keeps it. */
    static PostgresUser of(Path cluster) {
        var self = owner(Path.of("/proc/self"));
        if (self != ROOT) {
            return new PostgresUser(self, List.of());
        }
        var owner = Files.exists(cluster) ? owner(cluster) : ROOT;
        return owner == ROOT && works(NAMESPACE) ? new PostgresUser(ROOT, NAMESPACE) : other(owner, cluster);
    }

    /** A user who is not root: the files' owner, or else nobody. */
    static PostgresUser other(int owner, Path cluster) {
        var uid = owner == ROOT ? NOBODY : owner;
        var plain = switchTo(uid);
        if (!works(plain)) {
            throw new DatabaseUnavailable(
                    "PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv'"
                            + " works here. Run Hilo as another user, or set HILO_DATABASE_URL to a PostgreSQL of your own.");
        }
        return new PostgresUser(uid, reaches(plain, cluster) ? plain : withAccess(plain, cluster));
    }

    private static List<String> switchTo(int uid) {
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
    }

    /**
     * A home inside a folder that is closed to others (/root, say) is reached with one power of root's left. The bit
     * makes access(2), with which PostgreSQL looks for its programs, heed it.
     */
    private static List<String> withAccess(List<String> plain, Path cluster) {
        var prefix = new ArrayList<>(plain);
        prefix.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        prefix.add("--securebits=+no_setuid_fixup");
        if (!reaches(prefix, cluster)) {
            throw new DatabaseUnavailable("PostgreSQL refuses to run as root, and another user cannot reach "
                    + cluster.getParent() + ". Set HILO_HOME to a folder that is open to others (chmod o+x).");
        }
        LOG.info("{} is closed to other users: PostgreSQL runs with the capability dac_override", cluster.getParent());
        return List.copyOf(prefix);
    }

    private static boolean reaches(List<String> prefix, Path cluster) {
        return succeeds(prefix, "sh", "-c", "cd \"$0\"", cluster.getParent().toString());
    }

    private static boolean works(List<String> prefix) {
        return succeeds(prefix, "true");
    }

    private static boolean succeeds(List<String> prefix, String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        try {
            return Command.run(whole).exit() == 0;
        } catch (DatabaseUnavailable notInstalled) {
            return false;
        }
    }

    /** The command that runs the program as this user. */
    List<String> command(List<String> program) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /** Hands the folder and all in it to this user; the folder last, so an interrupted change is done again. */
    void own(Path folder) {
        if (owner(folder) == uid) {
            return;
        }
        try {
            for (var path : Folders.contentsFirst(folder)) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot give " + folder + " to the user " + uid + ": " + e, e);
        }
    }

    static int owner(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read " + path + ": " + e, e);
        }
    }
}
