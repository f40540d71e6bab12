package dev.hilo.web;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The part of a body that nobody has read, as when a call is refused by its path alone. A connection with such a rest on its
 * way cannot take another request; a caller who is not told so sends one, and cannot know whether it was done.
 */
final class Leftovers {

    /** Worth reading to keep the connection. */
    private static final long LARGEST = 1 << 20;

    private Leftovers() {}

    /** Reads the rest where it is small; says that the connection ends with the answer otherwise. */
    static void clear(Request request, Response response) {
        if (isSmall(request) ? isReadToItsEnd(request) : request.consumeAvailable()) return;
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }

    private static boolean isSmall(Request request) {
        long length = request.getLength();
        return length > 0 && length <= LARGEST && !request.getHeaders().contains(HttpHeader.EXPECT);
    }

    private static boolean isReadToItsEnd(Request request) {
        try (var rest = Content.Source.asInputStream(request)) {
            rest.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
