package dev.hilo.backup;

import java.util.List;

/** A table and its stored columns. */
record TableColumns(String name, List<String> columns) {

    /** The columns as SQL. */
    String list() {
        return Session.quoted(columns);
    }
}
