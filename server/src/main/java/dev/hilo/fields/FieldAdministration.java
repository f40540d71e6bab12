package dev.hilo.fields;

import dev.hilo.api.CreateField;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateField;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Fields made, changed and removed by an administrator. */
public final class FieldAdministration {

    private static final int MOST_FIELDS = 300;

    private final Database database;
    private final Forms forms;
    private final Clock clock;

    public FieldAdministration(Database database, Forms forms, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.clock = clock;
    }

    List<Field> list(long accountId, Resource resource) {
        return database.read(h -> h.attach(FieldStore.class).list(accountId, resource.text()));
    }

    Field require(long accountId, Resource resource, long id) {
        return database.read(h -> h.attach(FieldStore.class).find(accountId, resource.text(), id))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A new field comes first unless told otherwise, and pushes the rest. */
    Field create(long accountId, Resource resource, CreateField asked) {
        var problems = new Problems();
        FieldRules.type(resource, asked.type(), problems);
        problems.refuse();
        var created = unlessTaken(() -> database.write(handle -> {
            var store = handle.attach(FieldStore.class);
            var existing = store.list(accountId, resource.text());
            var field = field(resource, asked, existing, store, problems);
            problems.refuse();
            store.push(accountId, resource.text(), field.position(), clock.instant());
            long id = store.insert(accountId, field);
            return store.find(accountId, resource.text(), id).orElseThrow();
        }));
        forms.forget();
        return created;
    }

    private static <T> T unlessTaken(Clash.Work<T> work) {
        return Clash.guard("fields_name", () -> new Refusal.Duplicate(FieldError.duplicate("label")), work);
    }

    private Field field(
            Resource resource, CreateField asked, List<Field> existing, FieldStore store, Problems problems) {
        problems.addIf(
                existing.size() >= MOST_FIELDS,
                FieldError.invalid("label", "There are " + MOST_FIELDS + " fields already"));
        problems.addIf(
                existing.stream().anyMatch(field -> field.label().equalsIgnoreCase(asked.label())),
                new FieldError("label", "It should be a unique value", "duplicate_value"));
        var choices = FieldRules.choices(asked.choices(), List.of(), store::nextId, problems);
        boolean offers = asked.type().equals("custom_dropdown") || asked.type().equals("nested_field");
        problems.addIf(offers && choices.isEmpty(), FieldError.missing("choices", "Array"));
        var now = clock.instant();
        return new Field(
                0,
                resource.text(),
                free(FieldRules.name(resource, asked.label()), existing),
                asked.label(),
                Objects.requireNonNullElse(asked.labelForCustomers(), asked.label()),
                null,
                asked.type(),
                false,
                asked.position() == null ? 1 : Math.clamp(asked.position(), 1, existing.size() + 1),
                yes(asked.requiredForClosure()),
                yes(asked.requiredForAgents()),
                yes(asked.requiredForCustomers()),
                yes(asked.customersCanEdit()),
                yes(asked.customersCanFilter()),
                yes(asked.displayedToCustomers()) || yes(asked.displayedForCustomers()),
                yes(asked.editableInSignup()),
                FieldRules.json(choices),
                FieldRules.json(FieldRules.dependents(asked.dependentFields(), store::nextId, problems)),
                now,
                now);
    }

    /** A number is put behind a name that is taken. */
    private static String free(String name, List<Field> existing) {
        String free = name;
        for (int i = 2; isTaken(free, existing); i++) free = name + i;
        return free;
    }

    private static boolean isTaken(String name, List<Field> existing) {
        return existing.stream()
                .anyMatch(field -> field.name().equals(name)
                        || field.dependents().stream()
                                .anyMatch(level -> level.name().equals(name)));
    }

    private static boolean yes(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    Field update(long accountId, Resource resource, long id, UpdateField asked) {
        var problems = new Problems();
        var updated = database.write(handle -> {
            var store = handle.attach(FieldStore.class);
            var before = store.find(accountId, resource.text(), id).orElseThrow(Refusal.NotFound::new);
            var choices = FieldRules.choices(asked.choices(), before.offered(), store::nextId, problems);
            problems.refuse();
            if (asked.position() != null) {
                store.move(accountId, resource.text(), before.position(), asked.position(), clock.instant());
            }
            store.update(accountId, changed(before, asked, choices), clock.instant());
            return store.find(accountId, resource.text(), id).orElseThrow();
        });
        forms.forget();
        return updated;
    }

    private static Field changed(Field f, UpdateField asked, List<Choice> choices) {
        Boolean displayed =
                asked.displayedToCustomers() == null ? asked.displayedForCustomers() : asked.displayedToCustomers();
        return new Field(
                f.id(),
                f.resource(),
                f.name(),
                Objects.requireNonNullElse(asked.label(), f.label()),
                Objects.requireNonNullElse(asked.labelForCustomers(), f.labelForCustomers()),
                f.description(),
                f.type(),
                f.isDefault(),
                asked.position() == null ? f.position() : Math.clamp(asked.position(), 1, MOST_FIELDS),
                Objects.requireNonNullElse(asked.requiredForClosure(), f.requiredForClosure()),
                Objects.requireNonNullElse(asked.requiredForAgents(), f.requiredForAgents()),
                Objects.requireNonNullElse(asked.requiredForCustomers(), f.requiredForCustomers()),
                Objects.requireNonNullElse(asked.customersCanEdit(), f.customersCanEdit()),
                Objects.requireNonNullElse(asked.customersCanFilter(), f.customersCanFilter()),
                Objects.requireNonNullElse(displayed, f.displayedToCustomers()),
                Objects.requireNonNullElse(asked.editableInSignup(), f.editableInSignup()),
                FieldRules.json(choices),
                f.dependentFields(),
                f.createdAt(),
                f.updatedAt());
    }

    /** Default fields stay. */
    void delete(long accountId, Resource resource, long id) {
        database.run(handle -> {
            var store = handle.attach(FieldStore.class);
            var field = store.find(accountId, resource.text(), id).orElseThrow(Refusal.NotFound::new);
            if (field.isDefault()) throw new Refusal.MethodNotAllowed("GET, PUT");
            remove(handle, accountId, resource, field);
        });
        forms.forget();
    }

    /** The values go too: a later field of the same name may be of another type. */
    private static void remove(Handle handle, long accountId, Resource resource, Field field) {
        var store = handle.attach(FieldStore.class);
        store.delete(accountId, resource.text(), field.id());
        switch (resource) {
            case CONTACT -> store.dropFromContacts(accountId, field.name());
            case COMPANY -> store.dropFromCompanies(accountId, field.name());
            case TICKET -> {}
        }
    }
}
