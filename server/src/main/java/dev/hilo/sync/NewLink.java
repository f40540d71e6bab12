package dev.hilo.sync;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.net.URI;

/**
 * What a link is made of.
 *
 * @param domain {@code acme.freshdesk.com}, or a whole address such as {@code http://127.0.0.1:8080}
 * @param key of an agent there; an administrator's sees everything
 * @param subdomain of the account here; the first label of the domain when null
 * @param share percent of the other account's limit that the mirror takes
 */
public record NewLink(String domain, String key, String subdomain, int share, boolean withFiles) {

    public NewLink {
        if (subdomain == null)
            subdomain =
                    domain.replaceFirst("^https?://", "").split("[.:/]", 2)[0].toLowerCase();
        if (!subdomain.matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")) {
            throw new Refusal.Invalid(
                    FieldError.invalid("subdomain", "It should have small letters, digits and hyphens alone"));
        }
    }

    URI uri() {
        try {
            var uri = URI.create(domain.contains("://") ? domain : "https://" + domain);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
                return URI.create(uri.getScheme() + "://" + uri.getAuthority());
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new Refusal.Invalid(FieldError.invalid("domain", "It should be a domain such as acme.freshdesk.com"));
    }
}
