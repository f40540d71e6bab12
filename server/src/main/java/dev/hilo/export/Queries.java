package dev.hilo.export;

import dev.hilo.export.Table.Belongs;
import java.util.stream.Collectors;

/**
 * The SQL of one run over one account.
 *
 * @param from the last event of the run before; -1 for a run over everything
 * @param to the last event of this run
 */
record Queries(long accountId, Selection selection, long from, long to) {

    boolean isWhole() {
        return from < 0;
    }

    /** The rows to write, by id: all, or those touched since the run before. */
    String rows(Table table) {
        String columns = table.columns().stream().map(Column::sql).collect(Collectors.joining(", "));
        return "select " + columns + (isNamed(table) ? ", " + table.names() : "")
                + "\nfrom " + table.source().replace(":account", "" + accountId)
                + "\nwhere t.account_id = " + accountId + chosen(table)
                + (isWhole() ? "" : " and t.id in (" + touched(table) + ")")
                + "\norder by t.id";
    }

    /** Whether a row is followed by the names that its texts may hold. */
    boolean isNamed(Table table) {
        return selection.redact() && table.names() != null;
    }

    /** The ids of rows that were made, changed or removed since the run before, or whose ticket was. */
    String touched(Table table) {
        return switch (table.belongs()) {
            case IS_TICKET -> touchedTickets();
            case FACT -> "select e.id from events e where " + news() + ofTouchedTickets(table);
            default ->
                "select e.record_id from events e where " + news() + " and e.record in (" + records(table) + ")"
                        + (table.belongs() == Belongs.OF_TICKET ? ofTouchedTickets(table) : "");
        };
    }

    private String touchedTickets() {
        return "select e.ticket_id from events e where " + news() + " and e.ticket_id is not null";
    }

    /** A ticket that is resolved brings all that belongs to it, one that is reopened takes it away. */
    private String ofTouchedTickets(Table table) {
        if (!selection.resolvedOnly()) return "";
        String rows =
                table.belongs() == Belongs.FACT ? "events" : table.source().replaceFirst(" t$", "");
        return " union select o.id from " + rows + " o where o.account_id = " + accountId + " and o.ticket_id in ("
                + touchedTickets() + ")";
    }

    private String news() {
        return "e.account_id = " + accountId + " and e.id > " + from + " and e.id <= " + to;
    }

    private static String records(Table table) {
        return table.records().stream().map(record -> "'" + record + "'").collect(Collectors.joining(", "));
    }

    private String chosen(Table table) {
        return switch (table.belongs()) {
            case IS_TICKET -> selection.ofTickets("t");
            case OF_TICKET -> selection.isOfSomeTickets() ? " and " + ofChosenTicket() : "";
            case FACT -> " and t.id <= " + to + " and t.record in (" + records(table) + ")" + chosenFacts();
            case APART ->
                table.name().equals("contacts")
                        ? " and not exists (select from agents a where a.account_id = t.account_id and a.id = t.id)"
                        : "";
        };
    }

    private String chosenFacts() {
        if (!selection.isOfSomeTickets()) return "";
        String apart = selection.since() == null ? "" : " and t.at >= '" + selection.since() + "'";
        return " and (t.ticket_id is null" + apart + " or " + ofChosenTicket() + ")";
    }

    private String ofChosenTicket() {
        return "exists (select from tickets p where p.account_id = t.account_id and p.id = t.ticket_id"
                + selection.ofTickets("p") + ")";
    }
}
