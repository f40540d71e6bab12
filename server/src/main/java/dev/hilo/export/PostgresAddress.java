package dev.hilo.export;

import dev.hilo.db.DatabaseUrl;
import dev.hilo.webhooks.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A PostgreSQL that an administrator of an account names. Such a person need not be one who runs the server: the driver's
 * settings are closed to them but for the kind of TLS, and so are addresses inside, where webhooks may not go there either.
 */
final class PostgresAddress {

    private static final Pattern FORM = Pattern.compile(
            "postgres(?:ql)?://[^:@/?\\s]+:[^@/?\\s]*@(?<host>[\\p{Alnum}.-]+|\\[[0-9a-fA-F:]+])(?::\\d{1,5})?/[^?/\\s]+"
                    + "(?:\\?sslmode=(?:disable|allow|prefer|require|verify-ca|verify-full))?");

    private final boolean takesPrivate;

    PostgresAddress(boolean takesPrivate) {
        this.takesPrivate = takesPrivate;
    }

    static boolean isForm(String url) {
        return FORM.matcher(url).matches();
    }

    /** For a run: the name may lead elsewhere today. */
    DatabaseUrl open(String url) throws UnknownHostException {
        var form = FORM.matcher(url);
        if (!form.matches()) throw new UnknownHostException("The database's URL cannot be read");
        if (!takesPrivate
                && !Arrays.stream(InetAddress.getAllByName(form.group("host"))).allMatch(PublicAddresses::isPublic)) {
            throw new UnknownHostException("The database is not at an address of the public Internet");
        }
        return DatabaseUrl.parse(url);
    }
}
