package dev.hilo.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Of attributes with one name only the first passes. The sanitizer does this as well, but compares each with each: a tag
 * with a hundred thousand of them kept it busy for half a minute.
 */
final class SingleAttributes extends HtmlStreamEventReceiverWrapper {

    SingleAttributes(HtmlStreamEventReceiver next) {
        super(next);
    }

    /** @param attributes names and values by turns; the receiver may change the list */
    @Override
    public void openTag(String element, List<String> attributes) {
        underlying.openTag(element, attributes.size() > 2 ? first(attributes) : attributes);
    }

    private static List<String> first(List<String> attributes) {
        var seen = new HashSet<String>();
        var first = new ArrayList<String>();
        for (var each = attributes.iterator(); each.hasNext(); ) {
            String name = each.next();
            String value = each.next();
            if (!seen.add(name)) continue;
            first.add(name);
            first.add(value);
        }
        return first;
    }
}
