package dev.tautline.probe.wire;

import java.io.IOException;

/// Bytes came where a message of the server's should begin, and are none.
public final class NoServerMessage extends IOException {
    private static final long serialVersionUID = 1L;

    NoServerMessage(String bytes) {
        super("received: " + Printable.of(bytes));
    }
}
