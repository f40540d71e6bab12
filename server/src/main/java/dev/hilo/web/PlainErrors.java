package dev.hilo.web;

import dev.hilo.api.Fault;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what never reached a route, such as a request line that is none, in the API's own form. */
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = readable(response.getStatus());
        var body = status >= 500 ? Refusals.BUG.body() : new Fault("bad_request", "The request could not be read");
        AnswerWriter.head(response, Dispatcher.newRequestId(), null);
        AnswerWriter.error(status, body, Map.of(), response, callback);
        return true;
    }

    /** A version or an encoding that HTTP does not have is the caller's fault, although its own status says 5xx. */
    private static int readable(int status) {
        return status == HttpStatus.NOT_IMPLEMENTED_501 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                ? HttpStatus.BAD_REQUEST_400
                : status;
    }
}
