package dev.tautline.labdoor;

import dev.tautline.lab.LabException;

/// The stage stops: nothing is injected any more.
final class LabClosed extends LabException {
    private static final long serialVersionUID = 1L;

    LabClosed() {
        super("the stage is stopping", null);
    }
}
