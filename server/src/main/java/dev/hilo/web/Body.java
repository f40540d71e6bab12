package dev.hilo.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a request carries, before it becomes a record.
 *
 * @param fields the attributes; of a form they are texts, lists of texts and one level of objects, with files in between
 * @param isForm whether texts are to be read as the type that the field wants
 * @param parts the form's parts, to be released when the request ends
 */
record Body(ObjectNode fields, boolean isForm, List<? extends AutoCloseable> parts) implements AutoCloseable {

    @Override
    public void close() {
        for (var part : parts) closeQuietly(part);
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // A part that cannot be released is a temporary file that the folder's owner sweeps away.
        }
    }
}
