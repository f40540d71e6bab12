package dev.hilo.search;

import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Field;
import dev.hilo.search.SearchField.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that one kind of record may be searched by. */
public final class SearchFields {

    private final Map<String, SearchField> byName = new HashMap<>();

    public SearchFields with(String name, Kind kind, String column) {
        byName.put(name, new SearchField(name, kind, false, column, null));
        return this;
    }

    /** A number of which only some are there; to ask for another is refused. */
    public SearchFields among(String name, List<Integer> allowed, String column) {
        byName.put(name, new SearchField(name, Kind.NUMBER, false, column, allowed));
        return this;
    }

    /** Those of the account's own fields that can be searched: no paragraphs and no decimals. */
    public SearchFields custom(CustomFields fields, String column) {
        fields.byName()
                .forEach((name, field) -> kind(field)
                        .ifPresent(kind -> byName.put(name, new SearchField(name, kind, true, column, null))));
        return this;
    }

    private static Optional<Kind> kind(Field field) {
        return Optional.ofNullable(
                switch (field.type()) {
                    case "custom_text", "custom_dropdown", "nested_field", "custom_phone_number", "custom_url" ->
                        Kind.TEXT;
                    case "custom_number" -> Kind.NUMBER;
                    case "custom_checkbox" -> Kind.FLAG;
                    case "custom_date" -> Kind.DATE;
                    default -> null;
                });
    }

    Optional<SearchField> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
