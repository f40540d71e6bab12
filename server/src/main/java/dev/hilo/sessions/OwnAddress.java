package dev.hilo.sessions;

import dev.hilo.accounts.Account;
import dev.hilo.web.Address;
import java.util.Set;

/**
 * The address of an account that a mail may name. What a request says of it is believed for the account's own host and for
 * this machine alone: else somebody could have links mailed that lead elsewhere.
 */
public final class OwnAddress {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String baseDomain;

    public OwnAddress(String baseDomain) {
        this.baseDomain = baseDomain;
    }

    public Address of(Account account, Address asked) {
        String own = account.subdomain() + "." + baseDomain;
        String host = asked.authority().replaceFirst(":\\d{1,5}$", "").toLowerCase();
        return host.equals(own) || HERE.contains(host) ? asked : new Address("https", own);
    }
}
