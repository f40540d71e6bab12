package dev.hilo.demo;

import dev.hilo.demo.Person.Firm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stores those who write, and their companies. A customer is known from the first ticket on. */
final class Customers {

    private static final List<String> INDUSTRIES = List.of(
            "Transportation",
            "Hotels, Restaurants and Leisure",
            "Real Estate",
            "Professional Services",
            "Insurance",
            "Education Services",
            "Consumer Goods",
            "Machinery");

    private final Handle handle;
    private final Desk desk;
    private final World world;
    private final Map<Person, Long> people;
    private final Map<Firm, Long> firms;

    Customers(Handle handle, Desk desk, World world) {
        this.handle = handle;
        this.desk = desk;
        this.world = world;
        firms = Copy.numbered(handle, world.crowd.firms());
        people = Copy.numbered(handle, world.crowd.people());
    }

    Long id(Person person) {
        return people.get(person);
    }

    Long id(Firm firm) {
        return firm == null ? null : firms.get(firm);
    }

    void store(String timeZone) {
        storeFirms();
        storePeople(timeZone);
    }

    private void storeFirms() {
        var now = LocalDate.ofInstant(desk.founded(), ZoneOffset.UTC);
        desk.copy(
                "companies",
                "id, name, description, domains, health_score, account_tier, renewal_date, industry,"
                        + " created_at, updated_at",
                world.crowd.firms(),
                f -> new Object[] {
                    firms.get(f),
                    f.name(),
                    f.isLarge() ? "Many sites; ask Hana first." : null,
                    List.of(f.domain()),
                    List.of("Happy", "Happy", "Doing okay", "At risk").get(f.number() % 4),
                    f.isLarge() ? "Enterprise" : List.of("Basic", "Premium").get(f.number() % 2),
                    f.isLarge() ? now.plusDays(400 + f.number() * 7L) : null,
                    INDUSTRIES.get(f.number() % INDUSTRIES.size()),
                    desk.founded(),
                    desk.founded()
                });
        desk.copy("company_domains", "domain, company_id", world.crowd.firms(), f ->
                new Object[] {f.domain(), firms.get(f)});
    }

    private void storePeople(String timeZone) {
        var since = new HashMap<Person, Instant>();
        var rated = new HashMap<Person, Integer>();
        for (var course : world.courses) {
            since.putIfAbsent(course.customer, course.createdAt);
            if (course.rating != null) rated.put(course.customer, course.rating.value());
        }
        desk.copy(
                "contacts",
                "id, name, email, phone, mobile, address, job_title, language, time_zone, company_id,"
                        + " view_all_tickets, active, csat_rating, created_at, updated_at",
                world.crowd.people(),
                p -> {
                    var at = since.getOrDefault(p, desk.founded());
                    boolean spanish = p.language() == Language.ES;
                    return new Object[] {
                        people.get(p),
                        p.name(),
                        p.email(),
                        p.firm() == null ? null : p.phone(),
                        p.firm() == null && p.number() % 3 == 0 ? p.phone() : null,
                        p.number() % 5 == 0 ? p.street() + ", " + p.city() : null,
                        p.job(),
                        spanish ? "es" : "en",
                        timeZone,
                        id(p.firm()),
                        p.firm() == null ? null : p.number() % 6 == 0,
                        p.number() % 4 == 0,
                        rated.get(p),
                        at,
                        at
                    };
                });
    }
}
