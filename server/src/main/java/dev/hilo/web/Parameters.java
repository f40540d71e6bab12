package dev.hilo.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** The query of a request, held against what its route takes. Of a repeated parameter the last counts. */
final class Parameters {

    private static final Set<String> PAGING = Set.of("page", "per_page");

    private final ObjectNode own = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paging = JsonNodeFactory.instance.objectNode();

    private Parameters() {}

    static Parameters read(Request request, Route route) {
        var parameters = new Parameters();
        if (request.getHttpURI().getQuery() == null) return parameters;
        var known = Shape.of(route.parameters()).fields();
        var problems = new Problems();
        for (var field : fields(request)) {
            String name = field.getName();
            String value = field.getValues().getLast();
            if (route.isPaged() && PAGING.contains(name)) {
                parameters.paging.put(name, value);
            } else if (known.containsKey(name)) {
                parameters.own.put(name, value);
            } else {
                problems.add(FieldError.unexpected(name));
            }
        }
        problems.refuse();
        return parameters;
    }

    private static Fields fields(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw new Refusal.BadRequest("invalid_query", "The query string could not be read");
        }
    }

    String paging(String name) {
        return paging.has(name) ? paging.get(name).textValue() : null;
    }

    <T> T as(Class<T> shape) {
        return Decoder.decode(shape, own, true);
    }
}
