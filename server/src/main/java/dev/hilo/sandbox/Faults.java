package dev.hilo.sandbox;

import dev.hilo.web.Trial;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What is to go wrong, and with which calls; the first that fits a call counts. */
final class Faults {

    /**
     * @param left calls that it still meets; null for any number
     * @param share of the calls that it meets, from 0 to 1
     */
    record Planned(
            long id,
            long accountId,
            String method,
            Pattern path,
            double share,
            AtomicInteger left,
            Trial.Fault fault,
            Random random) {

        private boolean meets(String calledMethod, String calledPath) {
            return (method == null || method.equals(calledMethod))
                    && path.matcher(calledPath).find()
                    && (left == null || left.get() > 0);
        }

        private synchronized boolean strikes() {
            if (share < 1 && random.nextDouble() >= share) return false;
            return left == null || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    private final AtomicLong ids = new AtomicLong();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    Planned add(
            long accountId, String method, Pattern path, double share, Integer times, long seed, Trial.Fault fault) {
        var left = times == null ? null : new AtomicInteger(times);
        var added = new Planned(ids.incrementAndGet(), accountId, method, path, share, left, fault, new Random(seed));
        planned.add(added);
        return added;
    }

    List<Planned> of(long accountId) {
        return planned.stream().filter(p -> p.accountId() == accountId).toList();
    }

    void clear(long accountId) {
        planned.removeIf(p -> p.accountId() == accountId);
    }

    Trial.Fault fault(long accountId, String method, String path) {
        for (var plan : planned) {
            if (plan.accountId() == accountId && plan.meets(method, path) && plan.strikes()) return plan.fault();
        }
        return null;
    }
}
