package dev.hilo.accounts;

/**
 * What a new account starts with.
 *
 * @param subdomain its first host label: {@code acme} answers at {@code acme.…}
 * @param timeZone a Rails zone name such as {@code London}
 * @param adminPassword null when the first agent logs in with keys alone
 */
public record NewAccount(
        String subdomain,
        String name,
        Plan plan,
        String timeZone,
        String language,
        String adminName,
        String adminEmail,
        String adminPassword) {}
