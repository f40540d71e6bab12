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

    /** At a Hilo: {@code client.products().create(Map.of("name", "Parcels"))}. */
    public Product create(Object body) {
        return ours().create(body);
    }

    /** At a Hilo: {@code client.products().update(7, Map.of("name", "Letters"))}. */
    public Product update(long id, Object body) {
        return ours().update(id, body);
    }

    /** At a Hilo: {@code client.products().delete(7)}. */
    public void delete(long id) {
        ours().delete(id);
    }

    private Records<Product, Product> ours() {
        return Records.of(raw(), "/api/hilo/v1/products", Product.class);
    }
}
