package dev.hilo.web;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes each request through log-in, limits and its route, and writes the answer or the refusal. */
final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger("dev.hilo.http");

    private final Router router;
    private final Accounts accounts;
    private final Callers callers;
    private final RateLimits limits;
    private final Addresses addresses;
    private final BodyReader bodies;
    private final Metrics metrics;
    private final Streams streams;
    private final OnceOnly onceOnly;
    private final Trial trial;
    private final PageDoor door;

    Dispatcher(
            Router router,
            Accounts accounts,
            Callers callers,
            RateLimits limits,
            Addresses addresses,
            BodyReader bodies,
            Metrics metrics,
            Streams streams,
            OnceOnly onceOnly,
            Trial trial,
            PageDoor door) {
        this.router = router;
        this.accounts = accounts;
        this.callers = callers;
        this.limits = limits;
        this.addresses = addresses;
        this.bodies = bodies;
        this.metrics = metrics;
        this.streams = streams;
        this.onceOnly = onceOnly;
        this.trial = trial;
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = newRequestId();
        MDC.put("request_id", requestId);
        try {
            new Exchange(request, response, callback, requestId).run();
        } finally {
            MDC.remove("request_id");
        }
        return true;
    }

    static String newRequestId() {
        var random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** One request and what has been found out about it so far. */
    private final class Exchange implements Call.Source {
        final Request request;
        final Response response;
        final Callback callback;
        final String requestId;
        final String method;
        RateLimits.Standing standing;
        Parameters parameters;
        Body body;
        String routeName = "none";
        Account account;
        Caller caller;
        Visitor visitor;
        boolean isPage;
        Trial.Fault fault;
        boolean dropped;

        Exchange(Request request, Response response, Callback callback, String requestId) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.requestId = requestId;
            this.method = request.getMethod();
        }

        void run() {
            long start = System.nanoTime();
            try {
                answer();
            } catch (Refusal refusal) {
                refuse(Refusals.of(refusal, method));
            } catch (BodyReader.Disconnected gone) {
                callback.failed(gone.getCause());
            } catch (Throwable bug) {
                LOG.error("{} {} failed", method, request.getHttpURI().getPath(), bug);
                refuse(Refusals.of(bug));
            } finally {
                if (body != null) body.close();
                if (account != null && !isPage) trial.served(told(start));
                metrics.served(method, routeName, response.getStatus(), System.nanoTime() - start);
                LOG.debug("{} {} {}", method, request.getHttpURI().getPath(), response.getStatus());
            }
        }

        private void answer() {
            var address = addresses.of(request);
            if (HttpMethod.OPTIONS.is(method)) {
                preflight();
                return;
            }
            var found = router.find(Request.getPathInContext(request));
            var route = found == null ? null : route(found);
            isPage = found == null ? PageDoor.isForPeople(request) : found.isOfPages();
            if (isPage) {
                page(found, route, address);
                return;
            }
            if (route != null && route.isPublic()) {
                routeName = route.path();
                dispatch(new Call(null, null, route, found.values(), address, requestId, this), route, address);
                return;
            }
            account = accounts.ofHost(address.authority());
            caller = callers.require(account, request.getHeaders().get(HttpHeader.AUTHORIZATION));
            if (route == null) {
                charge(account, CallKind.OTHER, 1);
                throw found == null
                        ? new Refusal.NotFound()
                        : new Refusal.MethodNotAllowed(
                                String.join(", ", found.byMethod().keySet()));
            }
            routeName = route.path();
            authorised(account, caller, route, found, address);
        }

        private void page(Router.Found found, Route route, Address address) {
            account = accounts.ofHost(address.authority());
            visitor = door.visitor(account, request);
            if (route == null) throw found == null ? new Refusal.NotFound() : new Refusal.MethodNotAllowed("GET");
            routeName = route.path();
            if (!PageDoor.isSafe(method)) PageDoor.checkOrigin(request, address);
            if (visitor == null && !route.isPublic()) throw new Refusal.Unauthenticated();
            if (!PageDoor.isSafe(method)) PageDoor.checkToken(request, visitor, body());
            if (visitor != null) caller = visitor.caller();
            if (route.privilege() != null) caller.require(route.privilege());
            parameters = Parameters.read(request, route);
            var call = new Call(account, caller, visitor, route, found.values(), address, requestId, this);
            var answer = acting(call, () -> route.handler().answer(call));
            Leftovers.clear(request, response);
            PageWriter.head(response, requestId);
            if (answer instanceof Answer.Stream stream) streams.open(stream, response, callback);
            else AnswerWriter.write(answer, request, response, address, callback);
        }

        private void authorised(Account account, Caller caller, Route route, Router.Found found, Address address) {
            var call = new Call(account, caller, route, found.values(), address, requestId, this);
            charge(account, route, call);
            if (goneWrong()) return;
            checkAccept(route);
            if (route.privilege() != null) caller.require(route.privilege());
            if (route.isBodiless()) checkNoBody();
            dispatch(call, route, address);
        }

        private void checkNoBody() {
            if (!body().fields().isEmpty()) {
                throw new Refusal.BadRequest("no_content_required", "No content is required for this request");
            }
        }

        private void charge(Account account, Route route, Call call) {
            int cost = 1;
            try {
                parameters = Parameters.read(request, route);
                cost = route.cost().applyAsInt(call);
            } finally {
                charge(account, route.limit(), cost);
            }
        }

        private void charge(Account account, CallKind kind, int cost) {
            standing = limits.charge(account.accountId(), account.plan(), kind, cost);
            standing.refuse();
        }

        /** Does what a sandbox wants to go wrong before the work. @return whether the call ends with it */
        private boolean goneWrong() {
            fault = trial.fault(account.accountId(), method, Request.getPathInContext(request));
            if (fault == null) return false;
            pause(fault.delayMillis());
            if (fault.afterwards()) return false;
            return lost();
        }

        /** @return false when there was only a delay */
        private boolean lost() {
            if (fault.drop()) {
                dropped = true;
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.failed(new EofException("The sandbox dropped the connection"));
                return true;
            }
            if (fault.status() == null) return false;
            AnswerWriter.head(response, requestId, standing);
            var headers = fault.retryAfter() == null
                    ? Map.<String, String>of()
                    : Map.of("Retry-After", fault.retryAfter().toString());
            var body = Map.of("code", "sandbox_fault", "message", "The sandbox was told to answer this");
            AnswerWriter.error(fault.status(), fault.status() == 204 ? null : body, headers, response, callback);
            return true;
        }

        private static void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Trial.Served told(long start) {
            var uri = request.getHttpURI();
            return new Trial.Served(
                    account.accountId(),
                    Instant.now(),
                    method,
                    uri.getPath(),
                    uri.getQuery(),
                    dropped ? 0 : response.getStatus(),
                    standing == null ? 0 : standing.used(),
                    standing == null ? 0 : standing.total(),
                    standing == null ? 0 : standing.remaining(),
                    (System.nanoTime() - start) / 1e6,
                    requestId,
                    caller == null ? null : caller.agentId(),
                    fault != null,
                    refusedByFreshdesk());
        }

        private String refusedByFreshdesk() {
            if (response.getStatus() >= 400) return null;
            if (!Request.getPathInContext(request).startsWith("/api/v2")) return "404: not in its API";
            return standing != null && standing.beyond() ? "429: more calls than the plan's minute has" : null;
        }

        private void dispatch(Call call, Route route, Address address) {
            if (parameters == null) parameters = Parameters.read(request, route);
            if (OnceOnly.asks(request, route)) {
                var given = acting(call, () -> onceOnly.answer(request, call, body()));
                if (fault != null && fault.afterwards() && lost()) return;
                AnswerWriter.head(response, requestId, standing);
                AnswerWriter.write(given, response, callback);
                return;
            }
            var answer = acting(call, () -> route.handler().answer(call));
            if (fault != null && fault.afterwards() && lost()) return;
            Leftovers.clear(request, response);
            AnswerWriter.head(response, requestId, standing);
            if (answer instanceof Answer.Stream stream) streams.open(stream, response, callback);
            else AnswerWriter.write(answer, request, response, address, callback);
        }

        private <T> T acting(Call call, ScopedValue.CallableOp<T, RuntimeException> work) {
            return call.caller() == null
                    ? work.call()
                    : Acting.as(Actor.of(call.caller()), (isPage ? "page " : "api ") + requestId, work);
        }

        /** PATCH is PUT on the plain resource routes, and HEAD is GET without the body. */
        private Route route(Router.Found found) {
            var route = found.byMethod().get(method);
            if (route == null && HttpMethod.PATCH.is(method))
                route = found.byMethod().get("PUT");
            if (route == null && HttpMethod.HEAD.is(method))
                route = found.byMethod().get("GET");
            return route;
        }

        private void checkAccept(Route route) {
            String accept = request.getHeaders().get(HttpHeader.ACCEPT);
            if (accept == null || accept.isBlank()) return;
            if (route.mayStream() && accept.contains(Call.EVENT_STREAM)) return;
            if (accept.contains("application/json") || accept.contains("*/*") || accept.contains("application/*"))
                return;
            throw new Refusal.NotAcceptable();
        }

        private void preflight() {
            AnswerWriter.head(response, requestId, null);
            response.getHeaders()
                    .put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE")
                    .put(
                            HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
                            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match")
                    .put(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400");
            AnswerWriter.error(204, null, Map.of(), response, callback);
        }

        private void refuse(Refusals.Refused refused) {
            if (response.isCommitted()) {
                callback.failed(new IllegalStateException("failed after the answer had begun"));
                return;
            }
            response.reset();
            Leftovers.clear(request, response);
            if (isPage) {
                PageWriter.refuse(refused, account, visitor, door, request, response, requestId, callback);
                return;
            }
            AnswerWriter.head(response, requestId, standing);
            AnswerWriter.error(refused.status(), refused.body(), refused.headers(), response, callback);
        }

        @Override
        public Body body() {
            if (body == null) body = isPage ? bodies.readForm(request) : bodies.read(request);
            return body;
        }

        @Override
        public InputStream bytes(String contentType, long largest) {
            return BodyReader.bytes(request, contentType, largest);
        }

        @Override
        public String header(String name) {
            var values = request.getHeaders().getValuesList(name);
            return values.isEmpty() ? null : String.join(",", values);
        }

        @Override
        public String parameter(String name) {
            return parameters.paging(name);
        }

        @Override
        public <T> T parameters(Class<T> shape) {
            return parameters.as(shape);
        }

        @Override
        public String cookie(String name) {
            return PageDoor.cookie(request, name);
        }

        @Override
        public String client() {
            return addresses.clientOf(request);
        }
    }
}
