package dev.hilo.contacts;

import dev.hilo.accounts.Account;
import dev.hilo.web.Address;

/** What tells contacts of the portal. */
@FunctionalInterface
public interface Invitations {

    /** @param address by which the account was reached @param email of a contact */
    void invite(Account account, Address address, String email);
}
