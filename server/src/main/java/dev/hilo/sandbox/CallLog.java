package dev.hilo.sandbox;

import dev.hilo.web.Trial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The last calls of each account, each once. */
final class CallLog {

    /** The calls counted. @param credits that they took together */
    record Counts(int calls, long credits, Map<String, Integer> byStatus, Map<String, Integer> byPath) {}

    private static final int MOST = 100_000;

    private final Map<Long, Deque<Trial.Served>> calls = new ConcurrentHashMap<>();

    void add(Trial.Served call) {
        var own = calls.computeIfAbsent(call.accountId(), id -> new ArrayDeque<>());
        synchronized (own) {
            own.addLast(call);
            if (own.size() > MOST) own.removeFirst();
        }
    }

    /** Newest first. */
    List<Trial.Served> list(long accountId, Predicate<Trial.Served> wanted) {
        var own = calls.getOrDefault(accountId, new ArrayDeque<>());
        synchronized (own) {
            return new ArrayList<>(own).reversed().stream().filter(wanted).toList();
        }
    }

    Counts count(long accountId, Predicate<Trial.Served> wanted) {
        var byStatus = new TreeMap<String, Integer>();
        var byPath = new TreeMap<String, Integer>();
        long credits = 0;
        var list = list(accountId, wanted);
        for (var call : list) {
            credits += call.credits();
            byStatus.merge(Integer.toString(call.status()), 1, Integer::sum);
            byPath.merge(call.method() + " " + call.path().replaceAll("/\\d+", "/{id}"), 1, Integer::sum);
        }
        return new Counts(list.size(), credits, byStatus, byPath);
    }

    void clear(long accountId) {
        calls.remove(accountId);
    }
}
