package dev.tautline.scenario;

import java.util.List;

/// Scenarios cannot be run as they are written: all that is wrong, one line each, with file, line and column.
public final class ScenarioUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ScenarioUnusable(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
