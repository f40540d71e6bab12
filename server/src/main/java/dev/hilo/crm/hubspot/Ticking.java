package dev.hilo.crm.hubspot;

import dev.hilo.crm.Crm;
import java.util.function.BooleanSupplier;

/** Time as it passes. */
public interface Ticking {

    long SLICE_MILLIS = 500;

    long millis();

    /** @throws Crm.Unavailable when the run is to end before */
    void await(long millis);

    /** Real time, until the program ends. */
    static Ticking until(BooleanSupplier stopping) {
        return new Ticking() {
            @Override
            public long millis() {
                return System.nanoTime() / 1_000_000;
            }

            @Override
            public void await(long millis) {
                long end = millis() + millis;
                try {
                    for (long left = millis; left > 0; left = end - millis()) {
                        if (stopping.getAsBoolean()) throw new Crm.Unavailable("Hilo is stopping");
                        Thread.sleep(Math.min(SLICE_MILLIS, left));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Crm.Unavailable("Hilo is stopping");
                }
            }
        };
    }
}
