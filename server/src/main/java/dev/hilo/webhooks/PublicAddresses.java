package dev.hilo.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses of the public Internet alone. It is asked for each connection, and the connection goes to the
 * very address that was checked, so that a name which changes its mind in between gains nothing.
 */
public final class PublicAddresses implements DnsResolver {

    /** The name leads to where no webhook may go. */
    static final class Refused extends UnknownHostException {
        Refused(String host) {
            super(host + " is not an address of the public Internet");
        }
    }

    private final DnsResolver names;

    /** For whatever else calls where customers of the server say. */
    public static DnsResolver only() {
        return new PublicAddresses();
    }

    PublicAddresses() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    PublicAddresses(DnsResolver names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) throw new Refused(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        return address instanceof Inet6Address six ? isPublic(six.getAddress()) : isPublic4(address.getAddress());
    }

    private static boolean isPublic(byte[] b) {
        int first = b[0] & 0xff;
        // Unique local, discard and documentation; NAT64, 6to4 and Teredo carry an IPv4 address to who knows where.
        if ((first & 0xfe) == 0xfc) return false;
        if (first == 0x01) return false;
        if (first == 0x00) return false;
        if (first == 0x20
                && b[1] == 0x01
                && (b[2] == 0 && (b[3] & 0xfe) <= 0x20 || b[2] == 0x0d && (b[3] & 0xff) == 0xb8)) return false;
        return !(first == 0x20 && b[1] == 0x02);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        if (first == 0 || first >= 224) return false;
        if (first == 100 && second >= 64 && second < 128) return false;
        if (first == 192 && second == 0 && (third == 0 || third == 2)) return false;
        if (first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)) return false;
        return !(first == 203 && second == 0 && third == 113);
    }
}
