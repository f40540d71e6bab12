package dev.hilo.web;

import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Privilege;
import java.util.function.ToIntFunction;

/**
 * A line of the route table.
 *
 * @param method the HTTP method
 * @param path with {@code {id}} for a number and {@code {name}} for a text
 * @param privilege what the caller's roles must allow; null when any agent may call
 * @param isPublic whether the call needs no log-in
 * @param parameters a record whose components are the query parameters taken
 * @param isPaged whether {@code page} and {@code per_page} are taken too
 * @param limit the sub-limit that the call counts towards beside the account's
 * @param cost credits that the call takes
 * @param isBodiless whether a body is refused
 * @param mayStream whether the caller may ask for server-sent events
 * @param isPage whether it is for people with a browser: a session's cookie logs in, and answers are HTML
 */
public record Route(
        String method,
        String path,
        Privilege privilege,
        boolean isPublic,
        Class<? extends Record> parameters,
        boolean isPaged,
        CallKind limit,
        ToIntFunction<Call> cost,
        boolean isBodiless,
        boolean mayStream,
        boolean isPage,
        Handler handler) {

    /** Answers a call. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Call call);
    }

    /** A call that takes no query parameters. */
    public record NoParameters() {}

    public static Route of(String method, String path, Privilege privilege, Handler handler) {
        return new Route(
                method,
                path,
                privilege,
                false,
                NoParameters.class,
                false,
                CallKind.OTHER,
                call -> 1,
                false,
                false,
                false,
                handler);
    }

    /** A page, or a part or an action of one. */
    public static Route page(String method, String path, Privilege privilege, Handler handler) {
        var route = of(method, path, privilege, handler);
        return new Route(
                method,
                path,
                privilege,
                false,
                route.parameters,
                false,
                route.limit,
                route.cost,
                false,
                false,
                true,
                handler);
    }

    public Route open() {
        return new Route(
                method, path, null, true, parameters, isPaged, limit, cost, isBodiless, mayStream, isPage, handler);
    }

    public Route with(Class<? extends Record> parameters) {
        return new Route(
                method,
                path,
                privilege,
                isPublic,
                parameters,
                isPaged,
                limit,
                cost,
                isBodiless,
                mayStream,
                isPage,
                handler);
    }

    public Route paged() {
        return new Route(
                method,
                path,
                privilege,
                isPublic,
                parameters,
                true,
                limit,
                cost,
                isBodiless,
                mayStream,
                isPage,
                handler);
    }

    public Route limited(CallKind limit) {
        return new Route(
                method,
                path,
                privilege,
                isPublic,
                parameters,
                isPaged,
                limit,
                cost,
                isBodiless,
                mayStream,
                isPage,
                handler);
    }

    public Route costing(ToIntFunction<Call> cost) {
        return new Route(
                method,
                path,
                privilege,
                isPublic,
                parameters,
                isPaged,
                limit,
                cost,
                isBodiless,
                mayStream,
                isPage,
                handler);
    }

    /** An action that is all in its address. */
    public Route bodiless() {
        return new Route(
                method, path, privilege, isPublic, parameters, isPaged, limit, cost, true, mayStream, isPage, handler);
    }

    public Route streaming() {
        return new Route(
                method, path, privilege, isPublic, parameters, isPaged, limit, cost, isBodiless, true, isPage, handler);
    }
}
