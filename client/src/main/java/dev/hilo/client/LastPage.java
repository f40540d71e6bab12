package dev.hilo.client;

import java.util.function.IntFunction;

/** Finds the last page of a list that is only given from its beginning, and does not say how long it is. */
final class LastPage {

    private LastPage() {}

    /** In twice as many calls as the number of pages has binary digits, at most; page 1 where the list is empty. */
    static <T> int of(IntFunction<Batch<T>> pages) {
        int there = 1;
        int beyond = 1;
        while (goesOn(pages.apply(beyond))) {
            there = beyond;
            beyond *= 2;
        }
        if (isEmpty(pages.apply(beyond))) return between(pages, there, beyond);
        return beyond;
    }

    /** @param there a page that is followed by another. @param beyond one past the end */
    private static <T> int between(IntFunction<Batch<T>> pages, int there, int beyond) {
        while (beyond - there > 1) {
            int middle = (there + beyond) >>> 1;
            if (isEmpty(pages.apply(middle))) beyond = middle;
            else if (goesOn(pages.apply(middle))) there = middle;
            else return middle;
        }
        return there;
    }

    private static boolean goesOn(Batch<?> page) {
        return page.next() != null && !isEmpty(page);
    }

    private static boolean isEmpty(Batch<?> page) {
        return page.documents().isEmpty();
    }
}
