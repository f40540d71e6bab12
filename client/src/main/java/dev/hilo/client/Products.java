package dev.hilo.client;

import dev.hilo.api.Product;

/** The products that tickets are about. */
public final class Products extends Resource {

    Products(Raw raw) {
        super(raw);
    }

    /** {@code client.products().all()} */
    public Pages<Product> all() {
        return pages("/products", Product.class);
    }

    /** {@code client.products().get(7)} */
    public Product get(long id) {
        return one("/products/" + id, Product.class);
    }
}
