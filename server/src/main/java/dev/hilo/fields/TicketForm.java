package dev.hilo.fields;

import dev.hilo.errors.Problems;
import java.util.*;

public final class TicketForm {
    public List<Integer> statusIds() {
        return List.of(2, 3, 4, 5, 6, 7);
    }

    public List<Integer> sourceIds() {
        return List.of(1, 2, 3, 7, 9, 10);
    }

    public List<String> types() {
        return List.of("Question", "Incident");
    }

    public void check(Map<String, Object> m, Integer status, boolean creating, Problems p) {}

    public void check(Map<String, Object> m, Map<String, Object> sent, Integer status, Problems p) {}

    public Map<String, Object> normalise(Map<String, Object> m) {
        return m;
    }

    public Map<String, Object> full(Map<String, Object> m) {
        return m;
    }
}
