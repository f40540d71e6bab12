package dev.hilo.api;

/** The body of the 202 of an account export, which is not that of other jobs. */
public record AccountExportStarted(Job job) {

    public record Job(String id, Link link) {}

    public record Link(String href, String method) {}

    public static AccountExportStarted of(String id, String href) {
        return new AccountExportStarted(new Job(id, new Link(href, "GET")));
    }
}
