package dev.tautline.lab.fault;

/// Whether a fault can be injected here and now. What cannot is skipped with its reason, never counted as passed.
public sealed interface Feasibility {
    record Possible() implements Feasibility {}

    /// @param reason what is missing, for people: "PgBouncer is not installed"
    record Impossible(String reason) implements Feasibility {}

    static Feasibility possible() {
        return new Possible();
    }

    static Feasibility impossible(String reason) {
        return new Impossible(reason);
    }

    /// Possible only under the condition.
    static Feasibility given(boolean condition, String reasonOtherwise) {
        return condition ? possible() : impossible(reasonOtherwise);
    }

    /// The first reason against it wins.
    default Feasibility and(Feasibility other) {
        return switch (this) {
            case Possible _ -> other;
            case Impossible impossible -> impossible;
        };
    }
}
