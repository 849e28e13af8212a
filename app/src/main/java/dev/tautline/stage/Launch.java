package dev.tautline.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to start one process. Passwords belong into the environment only: everybody may read a command line.
///
/// @param name what people call the process, such as shop-1
/// @param command the program and its arguments; one of them tells [StaleProcesses] whose process it is
/// @param environment variables added to the few that are passed on
/// @param log receives standard output and error
/// @param health answers 200 when the program is ready; null for a program that ends by itself
record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        @Nullable URI health,
        Duration startTimeout) {
    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A stray SPRING_… or JAVA_TOOL_OPTIONS of the user's shell would change what is being shown.
    Map<String, String> environment(Map<String, String> inherited) {
        var kept = new LinkedHashMap<String, String>();
        inherited.forEach((name, value) -> {
            if (name.matches("PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR")) {
                kept.put(name, value);
            }
        });
        kept.putAll(environment);
        return kept;
    }

    @Override
    public String toString() {
        return name;
    }
}
