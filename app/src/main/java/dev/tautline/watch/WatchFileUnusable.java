package dev.tautline.watch;

import java.util.List;

/// A watch file that cannot be used. The message has one line per problem: place, what was read, what is allowed.
public final class WatchFileUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WatchFileUnusable(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
