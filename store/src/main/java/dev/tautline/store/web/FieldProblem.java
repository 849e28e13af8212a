package dev.tautline.store.web;

import java.util.List;

/// What is wrong with a field of a form: a key of the bundle and what it has to say.
public record FieldProblem(String key, List<Object> arguments) {

    public FieldProblem(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    /// As templates want them.
    public Object[] words() {
        return arguments.toArray();
    }
}
