package dev.hilo.contacts;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

public final class Requesters {
    private Requesters() {}

    public static long resolve(Handle h, long a, RequesterClaim c, Problems p, Instant now) {
        if (c.requesterId() != null) return c.requesterId();
        if (c.email() == null) {
            p.add(FieldError.missing("email", "String"));
            return 0;
        }
        Long id = h.createQuery("select id from contacts where account_id=:a and email=:e")
                .bind("a", a)
                .bind("e", c.email())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        return id != null
                ? id
                : h.createQuery(
                                "insert into contacts(account_id,name,email,created_at,updated_at) values(:a,:e,:e,:n,:n) returning id")
                        .bind("a", a)
                        .bind("e", c.email())
                        .bind("n", now)
                        .mapTo(Long.class)
                        .one();
    }
}
