package dev.hilo.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Works out how a caller reached the server; only a trusted proxy is believed about what came before it. */
final class Addresses {

    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");

    private final List<Network> trustedProxies;

    Addresses(List<Network> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    Address of(Request request) {
        var headers = request.getHeaders();
        String scheme = request.isSecure() ? "https" : "http";
        String authority = request.getHttpURI().getAuthority();
        if (authority == null) authority = headers.get(HttpHeader.HOST);
        if (comesFromTrustedProxy(request)) {
            scheme = forwarded(headers, "X-Forwarded-Proto", scheme);
            authority = forwarded(headers, "X-Forwarded-Host", authority);
        }
        return new Address(scheme.equals("https") ? "https" : "http", safe(authority));
    }

    /** Who asks: the last in the chain that no trusted proxy is; {@code unknown} where there is no network between. */
    String clientOf(Request request) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote))
            return "unknown";
        String client = remote.getAddress().getHostAddress();
        var chain = request.getHeaders().getValuesList("X-Forwarded-For");
        var hops = String.join(",", chain).split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            String hop = hops[i].strip();
            if (!hop.matches("[0-9A-Fa-f.:]{2,45}")) break;
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(String literal) {
        try {
            var address = InetAddress.getByName(literal);
            return trustedProxies.stream().anyMatch(network -> network.contains(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean comesFromTrustedProxy(Request request) {
        if (trustedProxies.isEmpty()) return false;
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote))
            return false;
        InetAddress address = remote.getAddress();
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String forwarded(HttpFields headers, String name, String otherwise) {
        String value = headers.get(name);
        return value == null || value.isBlank() ? otherwise : value.split(",", 2)[0].strip();
    }

    private static String safe(String authority) {
        return authority != null && AUTHORITY.matcher(authority).matches() ? authority : "localhost";
    }
}
