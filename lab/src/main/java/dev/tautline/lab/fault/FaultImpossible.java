package dev.tautline.lab.fault;

import dev.tautline.lab.LabException;

/// A fault was to be injected where it cannot be. Nothing has been changed.
public final class FaultImpossible extends LabException {
    private static final long serialVersionUID = 1L;

    public FaultImpossible(Fault fault, String reason) {
        super("Cannot inject %s here: %s".formatted(fault, reason), null);
    }
}
