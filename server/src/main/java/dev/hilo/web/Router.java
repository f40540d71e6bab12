package dev.hilo.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the route of a path. Literal segments win over {@code {…id}}, which takes digits only, and that over a text
 * such as {@code {lang}}; a trailing {@code .json} or slash does not count, as on Freshdesk.
 */
final class Router {

    /** Where a path leads: the routes by method, and the values of its variable segments in order. */
    record Found(Map<String, Route> byMethod, List<String> values) {
        boolean isOfPages() {
            return byMethod.values().iterator().next().isPage();
        }
    }

    private final Node root = new Node();

    Router(List<Route> routes) {
        routes.forEach(this::add);
    }

    private void add(Route route) {
        var node = root;
        for (String segment : segments(route.path())) node = node.child(segment);
        if (node.routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalStateException("Two routes for " + route.method() + " " + route.path());
        }
    }

    /** Null when no route has this path. */
    Found find(String path) {
        if (path.length() > 2048) return null;
        var values = new ArrayList<String>(2);
        var node = walk(root, segments(withoutSuffix(path)), 0, values);
        return node == null ? null : new Found(node.routes, values);
    }

    private static Node walk(Node node, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) return node.routes.isEmpty() ? null : node;
        String segment = segments.get(at);
        var literal = node.literals.get(segment);
        if (literal != null) {
            var found = walk(literal, segments, at + 1, values);
            if (found != null) return found;
        }
        for (var variable : new Node[] {isId(segment) ? node.number : null, node.text}) {
            if (variable == null) continue;
            values.addLast(segment);
            var found = walk(variable, segments, at + 1, values);
            if (found != null) return found;
            values.removeLast();
        }
        return null;
    }

    private static boolean isId(String segment) {
        return segment.length() <= 18 && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String withoutSuffix(String path) {
        return path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(8);
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to > from) segments.add(path.substring(from, to));
            from = to + 1;
        }
        return segments;
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<String, Route> routes = new TreeMap<>();
        Node number;
        Node text;

        Node child(String segment) {
            if (!segment.startsWith("{")) return literals.computeIfAbsent(segment, s -> new Node());
            if (segment.endsWith("id}")) return number = number == null ? new Node() : number;
            return text = text == null ? new Node() : text;
        }
    }
}
