package dev.tautline.config;

import java.util.List;

/// A `taut.yaml`, or a file that it names, that cannot be used. The message has one line per problem: place, what was
/// read, what is allowed.
public final class TautFileUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TautFileUnusable(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
