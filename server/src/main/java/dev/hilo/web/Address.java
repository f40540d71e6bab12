package dev.hilo.web;

/**
 * The address under which a caller reaches an account, for links and locations.
 *
 * @param scheme http or https
 * @param authority host and, where it is not the scheme's own, port
 */
public record Address(String scheme, String authority) {

    public String base() {
        return scheme + "://" + authority;
    }

    /** An absolute address. @param path with its leading slash */
    public String of(String path) {
        return base() + path;
    }
}
