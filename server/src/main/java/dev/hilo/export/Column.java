package dev.hilo.export;

/**
 * A column of an exported table.
 *
 * @param sql what it is read from; {@code t} is the table
 * @param isCustom whether it is one of the account's own fields, whose value is read as text
 * @param meaning a line for people
 */
record Column(String name, ColumnType type, String sql, Privacy privacy, boolean isCustom, String meaning) {

    static Column of(String name, ColumnType type, String meaning) {
        return new Column(name, type, "t." + name, Privacy.NONE, false, meaning);
    }

    Column from(String sql) {
        return new Column(name, type, sql, privacy, isCustom, meaning);
    }

    Column with(Privacy privacy) {
        return new Column(name, type, sql, privacy, isCustom, meaning);
    }
}
