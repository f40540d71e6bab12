package dev.hilo.pages;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /assets/{hash}/{name}} */
public final class AssetPages {

    private final Assets assets;

    public AssetPages(Assets assets) {
        this.assets = assets;
    }

    public Answer asset(Call call) {
        return assets.require(call.segment(0), call.segment(1));
    }
}
