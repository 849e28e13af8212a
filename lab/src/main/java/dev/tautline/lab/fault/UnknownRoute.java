package dev.tautline.lab.fault;

import dev.tautline.lab.LabException;
import java.util.Collection;

/// A route was asked for that has not been opened.
public final class UnknownRoute extends LabException {
    private static final long serialVersionUID = 1L;

    UnknownRoute(String name, Collection<String> known) {
        super("No route '%s'; there are %s".formatted(name, known), null);
    }
}
