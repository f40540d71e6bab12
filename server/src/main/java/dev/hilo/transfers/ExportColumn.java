package dev.hilo.transfers;

import com.fasterxml.jackson.databind.JsonNode;

/** A column of an export. @param label in the header @param isCustom whether it is one of the account's own fields */
record ExportColumn(String name, String label, boolean isCustom) {

    /** The text of a row's cell; null where there is none. */
    String cell(JsonNode row) {
        var value = isCustom ? row.path("custom_fields").path(name) : row.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
