package dev.hilo.automations;

import dev.hilo.fields.Resource;
import java.util.Arrays;
import java.util.Optional;

/** What a condition looks at, with its name on the wire; Freshdesk takes the plural too. */
enum Subject {
    TICKET("ticket", "tickets", Resource.TICKET),
    CONTACT("contact", "contacts", Resource.CONTACT),
    COMPANY("company", "companies", Resource.COMPANY);

    final String text;
    private final String plural;
    final Resource resource;

    Subject(String text, String plural, Resource resource) {
        this.text = text;
        this.plural = plural;
        this.resource = resource;
    }

    static Optional<Subject> of(Object sent) {
        return Arrays.stream(values())
                .filter(subject -> subject.text.equals(sent) || subject.plural.equals(sent))
                .findFirst();
    }
}
