package dev.hilo.export;

import java.util.List;

/**
 * A table of the export. Its first two columns are {@code account_id} and {@code id}, which name a row.
 *
 * @param source the table and its joins; {@code t} is what the rows are of
 * @param records what events are about that change a row
 * @param month the column whose month a row is filed under; null where all rows lie together
 * @param belongs how a row belongs to tickets
 * @param names SQL for the names of the people who may be named in its texts; null where there are no texts
 */
record Table(
        String name,
        String source,
        List<String> records,
        String month,
        Belongs belongs,
        String names,
        String meaning,
        List<Column> columns) {

    enum Belongs {
        /** The rows are tickets. */
        IS_TICKET,
        /** Every row is of a ticket. */
        OF_TICKET,
        /** A row may be of a ticket, and is a fact that never changes. */
        FACT,
        /** Rows are of no ticket. */
        APART
    }

    Table with(List<Column> more) {
        return new Table(
                name,
                source,
                records,
                month,
                belongs,
                names,
                meaning,
                java.util.stream.Stream.concat(columns.stream(), more.stream()).toList());
    }
}
