package dev.tautline.link.reader.format;

import dev.tautline.link.Workload;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Vocabulary;
import dev.tautline.settings.Written;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The environment variables of a process, each with its origin. `arguments` are the names of those that stand behind
/// the program on its command line, which nothing overrides.
public record Environment(Map<String, Written> variables, Set<String> arguments) {
    public Environment {
        arguments = Set.copyOf(arguments);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    public Environment(Map<String, Written> variables) {
        this(variables, Set.of());
    }

    /// Variables that somebody gave by name; they have no place in a file.
    public static Environment given(Map<String, String> values) {
        var variables = new LinkedHashMap<String, Written>();
        values.forEach((name, value) ->
                variables.put(name, Written.of(name, value, new Origin.Environment(name, Optional.empty()))));
        return new Environment(variables);
    }

    /// What a workload's containers are given, `options` of its command line over that, this environment's own
    /// variables over all; where two containers are given the same name, the first one, which is the
    /// application's, and of one container its last.
    public Environment of(Workload workload, Map<String, Written> options, Set<String> behindProgram) {
        var all = new LinkedHashMap<String, Written>();
        workload.containers().reversed().stream()
                .flatMap(container -> container.environment().stream())
                .forEach(variable -> all.put(variable.name(), variable.value()));
        all.putAll(options);
        all.putAll(variables);
        return new Environment(all, behindProgram);
    }

    /// These variables, and `others` for names that have none.
    public Environment over(Map<String, Written> others) {
        var all = new LinkedHashMap<>(others);
        all.putAll(variables);
        return new Environment(all, arguments);
    }

    /// Whether the command line gives a key, in whichever spelling.
    public boolean isArgument(String key) {
        return arguments.stream().map(Vocabulary::squash).anyMatch(Vocabulary.squash(key)::equals);
    }

    public Optional<Written> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
