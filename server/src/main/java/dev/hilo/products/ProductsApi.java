package dev.hilo.products;

import dev.hilo.api.CreateProduct;
import dev.hilo.api.UpdateProduct;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/products}, read only there, and {@code /api/hilo/v1/products}. */
public final class ProductsApi {

    private final Products products;

    public ProductsApi(Products products) {
        this.products = products;
    }

    public Answer list(Call call) {
        return Answer.page(products.list(call.caller(), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(products.require(call.caller(), call.id()));
    }

    public Answer create(Call call) {
        var created = products.create(call.caller(), call.body(CreateProduct.class));
        return Answer.created("products/" + created.id(), created);
    }

    public Answer update(Call call) {
        return Answer.ok(products.update(call.caller(), call.id(), call.body(UpdateProduct.class)));
    }

    public Answer delete(Call call) {
        products.delete(call.caller(), call.id());
        return Answer.done();
    }
}
