package dev.hilo.cli;

import dev.hilo.Hilo;
import dev.hilo.accounts.Account;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which account a verb is about. */
final class AccountOption {

    @Option(names = "--account", paramLabel = "NAME", description = "The account; needed where there are several")
    String name;

    Account find(Hilo hilo) {
        var accounts = hilo.accounts().list();
        if (accounts.isEmpty()) throw new Refused("There is no account yet: ./hilo account create --help");
        if (name == null && accounts.size() == 1) return accounts.getFirst();
        var names = accounts.stream().map(Account::subdomain).collect(Collectors.joining(", "));
        if (name == null) throw new Refused("Say which account with --account: " + names);
        return accounts.stream()
                .filter(account -> account.subdomain().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no account " + name + "; there is " + names));
    }
}
