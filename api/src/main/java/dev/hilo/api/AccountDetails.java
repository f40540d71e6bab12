package dev.hilo.api;

/** An account about itself. */
public record AccountDetails(
        long organisationId,
        String organisationName,
        long accountId,
        String accountName,
        String accountDomain,
        Long bundleId,
        boolean hipaaCompliant,
        Agents totalAgents,
        String timezone,
        String dataCenter,
        String tierType,
        PostalAddress address,
        Person contactPerson) {

    public record Agents(int fullTime, int occasional, int fieldService, int collaborators) {}

    public record PostalAddress(String country, String state, String city, String street, String postalcode) {}

    public record Person(String firstname, String lastname, String email) {}
}
