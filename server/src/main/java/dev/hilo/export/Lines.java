package dev.hilo.export;

import java.io.IOException;

/** How rows become lines of text. */
interface Lines {

    /** What a file of rows begins with. */
    String head();

    String line(Object[] values) throws IOException;

    /** What a file of void ids begins with. */
    String voidHead();

    String voidLine(long id);
}
