package dev.tautline.lab.fault;

import dev.tautline.lab.LabException;

/// A fault was to strike a node or client that is not there.
public final class NodeMissing extends LabException {
    private static final long serialVersionUID = 1L;

    NodeMissing(String message) {
        super(message, null);
    }
}
