package dev.hilo.contacts;

/** A name split at its last blank. @param last empty for a name of one word */
record PersonName(String first, String last) {

    static PersonName of(String name) {
        String whole = name.strip();
        int blank = whole.lastIndexOf(' ');
        return blank < 0
                ? new PersonName(whole, "")
                : new PersonName(whole.substring(0, blank).strip(), whole.substring(blank + 1));
    }
}
