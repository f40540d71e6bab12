package dev.hilo.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.errors.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** The query of a request, held against what its route takes. Of a repeated parameter the last counts. */
final class Parameters {

    private static final Set<String> PAGING = Set.of("page", "per_page");

    private final Map<String, String> paging = new HashMap<>(2);
    private final Record own;

    private Parameters(Request request, Route route) {
        var others = JsonNodeFactory.instance.objectNode();
        if (request.getHttpURI().getQuery() != null) {
            for (var field : fields(request)) {
                String value = field.getValues().getLast();
                if (route.isPaged() && PAGING.contains(field.getName())) paging.put(field.getName(), value);
                // Clients send the filters that they leave open as empty texts.
                else if (!value.isEmpty() || !isKnown(route, field.getName())) others.put(field.getName(), value);
            }
        }
        own = Decoder.decode(route.parameters(), others, true);
    }

    static Parameters read(Request request, Route route) {
        return new Parameters(request, route);
    }

    private static boolean isKnown(Route route, String name) {
        return Shape.of(route.parameters()).fields().containsKey(name);
    }

    private static Fields fields(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw new Refusal.BadRequest("invalid_query", "The query string could not be read");
        }
    }

    String paging(String name) {
        return paging.get(name);
    }

    /** @param shape the one that the route declares */
    <T> T as(Class<T> shape) {
        return shape.cast(own);
    }
}
