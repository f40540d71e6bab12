package dev.hilo.web;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import java.io.InputStream;
import java.util.List;

/**
 * One request on its way through a handler: who asks, the path's values, the query and the body. It knows no HTTP
 * library.
 */
public final class Call {

    /** Where the rest of a call comes from. */
    interface Source {
        Body body();

        InputStream bytes(String contentType, long largest);

        /** Null when there is none; several of the name are joined by commas. */
        String header(String name);

        String parameter(String name);

        /** Null when there is none. */
        String cookie(String name);

        String client();

        <T> T parameters(Class<T> shape);
    }

    static final String EVENT_STREAM = "text/event-stream";

    private final Account account;
    private final Caller caller;
    private final Visitor visitor;
    private final Route route;
    private final List<String> values;
    private final Address address;
    private final String requestId;
    private final Source source;

    Call(
            Account account,
            Caller caller,
            Route route,
            List<String> values,
            Address address,
            String requestId,
            Source source) {
        this(account, caller, null, route, values, address, requestId, source);
    }

    Call(
            Account account,
            Caller caller,
            Visitor visitor,
            Route route,
            List<String> values,
            Address address,
            String requestId,
            Source source) {
        this.account = account;
        this.caller = caller;
        this.visitor = visitor;
        this.route = route;
        this.values = values;
        this.address = address;
        this.requestId = requestId;
        this.source = source;
    }

    /** The agent who asks; there is none on a route that needs no log-in. */
    public Caller caller() {
        return caller;
    }

    /** Who looks at the page; null on the pages that need no log-in, and outside of pages. */
    public Visitor visitor() {
        return visitor;
    }

    /** What the browser remembers, or null. */
    public String cookie(String name) {
        return source.cookie(name);
    }

    /** The network address of the one who asks, as far as trusted proxies tell it. */
    public String client() {
        return source.client();
    }

    public Account account() {
        return account;
    }

    /** The address under which the caller reaches the account. */
    public Address address() {
        return address;
    }

    public String requestId() {
        return requestId;
    }

    /** A header of the request, or null. */
    public String header(String name) {
        return source.header(name);
    }

    /** Whether the caller asks for server-sent events. */
    public boolean wantsStream() {
        String accept = header("Accept");
        return accept != null && accept.contains(EVENT_STREAM);
    }

    /** The path's first variable segment, a number. */
    public long id() {
        return id(0);
    }

    public long id(int index) {
        return Long.parseLong(values.get(index));
    }

    /** A variable segment of the path, as text. */
    public String segment(int index) {
        return values.get(index);
    }

    /** The body as the record given; refused with every fault at once when it does not fit. */
    public <T> T body(Class<T> shape) {
        var body = source.body();
        return Decoder.decode(shape, body.fields(), body.isForm());
    }

    /** The body as it is, of one content type; read once. @param largest in bytes */
    public InputStream bytes(String contentType, long largest) {
        return source.bytes(contentType, largest);
    }

    /** The query as the record that the route declares. */
    public <T> T parameters(Class<T> shape) {
        return source.parameters(shape);
    }

    public Paging paging() {
        return paging(Paging.LARGEST_SIZE);
    }

    /** For the few lists whose pages are smaller than a hundred. */
    public Paging paging(int largest) {
        return Paging.read(source.parameter("page"), source.parameter("per_page"), largest);
    }

    /** Which versions of the record the caller is willing to change. */
    public IfMatch ifMatch() {
        return IfMatch.read(header("If-Match"));
    }

    Route route() {
        return route;
    }
}
