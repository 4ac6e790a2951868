package org.passerelle.pack.reading;

/// A place in a file: lines and columns from 1, and the way through the keys.
record Place(String file, int line, int column, String path) {

    /// The beginning of a file, for what is wrong with it as a whole.
    static Place file(String file) {
        return new Place(file, 1, 1, file);
    }

    static Place line(String file, int line) {
        return new Place(file, line, 1, file);
    }
}
