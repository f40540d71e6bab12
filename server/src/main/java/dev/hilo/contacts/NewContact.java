package dev.hilo.contacts;

import dev.hilo.accounts.Account;
import dev.hilo.api.CreateContact;
import dev.hilo.errors.Problems;
import dev.hilo.fields.CustomFields;
import java.util.LinkedHashMap;
import java.util.function.Function;

/** A contact to be made, with what the account gives where the request says nothing. */
record NewContact(CreateContact asked) {

    /** @param companyOfDomain the company whose people write from a domain, or null */
    ContactFields fields(
            Account account, CustomFields custom, Function<String, Long> companyOfDomain, Problems problems) {
        var values = CustomFields.merged(new LinkedHashMap<>(), custom.read(asked.customFields(), problems));
        custom.requireForAgents(values, problems);
        String email = Values.email(asked.email());
        Long company = asked.companyId() == null && Emails.isValid(email)
                ? companyOfDomain.apply(Emails.domain(email))
                : asked.companyId();
        return new ContactFields(
                asked.name().strip(),
                email,
                Values.text(asked.phone()),
                Values.text(asked.mobile()),
                Values.text(asked.twitterId()),
                Values.text(asked.uniqueExternalId()),
                Values.otherEmails(asked.otherEmails(), email),
                company,
                Values.viewAllTickets(asked.viewAllTickets(), company),
                Values.companies(asked.otherCompanies(), company),
                asked.address(),
                values,
                asked.description(),
                asked.jobTitle(),
                asked.language() == null ? account.language() : asked.language(),
                Values.distinct(asked.tags()),
                asked.timeZone() == null ? account.timeZone() : asked.timeZone(),
                Values.distinct(asked.otherPhoneNumbers()),
                Values.socialHandler(asked.socialHandler()));
    }
}
