package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.crm.hubspot.HubSpot;
import dev.hilo.errors.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a connection may be. */
final class ConnectionRules {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 44_640;
    private static final int HOUR = 60;

    private final boolean takesPrivate;

    /** @param takesPrivate whether the CRM may be at another address than HubSpot's */
    ConnectionRules(boolean takesPrivate) {
        this.takesPrivate = takesPrivate;
    }

    Wanted wanted(PutConnection asked, Optional<Connection> there, UnaryOperator<byte[]> seal) {
        var problems = new Problems();
        if (asked.token() == null && there.isEmpty()) problems.add(FieldError.missing("token", "String"));
        if (asked.token() != null && !asked.token().matches("[\\x21-\\x7e]+")) {
            problems.add(FieldError.invalid("token", "It should be the token of a private app"));
        }
        if (asked.address() != null && !mayBeCalled(asked.address())) {
            problems.add(FieldError.invalid("address", "It should be " + HubSpot.ADDRESS));
        }
        int minutes = asked.everyMinutes() != null
                ? asked.everyMinutes()
                : there.map(Connection::everyMinutes).orElse(HOUR);
        if (minutes < SHORTEST || minutes > LONGEST) {
            problems.add(FieldError.invalid("every_minutes", "It should be from " + SHORTEST + " to " + LONGEST));
        }
        problems.refuse();
        return new Wanted(
                or(asked.address(), there.map(Connection::address), HubSpot.ADDRESS),
                asked.token() == null
                        ? there.orElseThrow().sealedToken()
                        : seal.apply(asked.token().getBytes(StandardCharsets.UTF_8)),
                mapping(asked, there),
                or(asked.notes(), there.map(Connection::notes), "resolved"),
                asked.since().isPresent()
                        ? asked.since().or(null)
                        : there.map(Connection::since).orElse(null),
                or(asked.requestersOnly(), there.map(Connection::requestersOnly), true),
                minutes,
                or(asked.active(), there.map(Connection::active), false),
                or(asked.writes(), there.map(Connection::writes), false));
    }

    private static JsonNode mapping(PutConnection asked, Optional<Connection> there) {
        if (!asked.mapping().isPresent()) {
            return there.map(Connection::mapping).orElseGet(Mapping.DEFAULT::json);
        }
        return asked.mapping().hasValue()
                ? Mapping.parse(asked.mapping().or(null)).json()
                : Mapping.DEFAULT.json();
    }

    private static <T> T or(T asked, Optional<T> there, T otherwise) {
        return asked != null ? asked : there.orElse(otherwise);
    }

    /** HubSpot's own address; any other only where the installation lets its accounts call inside. */
    private boolean mayBeCalled(String address) {
        return address.equals(HubSpot.ADDRESS)
                || takesPrivate && address.matches("https?://[A-Za-z0-9.-]{1,200}(:\\d{1,5})?");
    }
}
