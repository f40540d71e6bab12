package dev.hilo.transfers;

import java.util.regex.Pattern;

/**
 * Cells of a CSV file that a spreadsheet may open: what it would take for a formula is led by an apostrophe, which is taken
 * off again when such a file is read.
 */
final class Cells {

    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 ().-]*");
    private static final Pattern DISARMED = Pattern.compile("^'[=+@\\t\\r-].*", Pattern.DOTALL);

    private Cells() {}

    static String harmless(String cell) {
        if (cell == null) return "";
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String read(String cell) {
        return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
