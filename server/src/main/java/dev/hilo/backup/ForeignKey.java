package dev.hilo.backup;

/** A foreign key, in SQL: dropped while tables are filled, and made again, which checks all rows at once. */
record ForeignKey(String table, String name, String definition) {

    String drop() {
        return "alter table " + table + " drop constraint " + name;
    }

    String make() {
        return "alter table " + table + " add constraint " + name + " " + definition;
    }
}
