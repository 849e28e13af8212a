package dev.tautline.lab.catalogue;

import dev.tautline.lab.LabException;
import java.util.List;

/// A fault was written wrongly: all that is wrong, one line each.
public final class FaultRefused extends LabException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    FaultRefused(List<String> problems) {
        super(String.join(System.lineSeparator(), problems), null);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
