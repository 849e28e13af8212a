package dev.tautline.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to start one JVM. Passwords belong into the environment only: everybody may read a command line.
///
/// @param name what people call the process, such as shop-1
/// @param jvmOptions options before the program
/// @param program `-jar FILE ARGUMENT…` or `-cp PATH MAIN ARGUMENT…`
/// @param environment variables added to the few that are passed on
/// @param log receives standard output and error
/// @param health answers 200 when the program is ready; null for a program that ends by itself
record Launch(
        String name,
        List<String> jvmOptions,
        List<String> program,
        Map<String, String> environment,
        Path log,
        @Nullable URI health,
        Duration startTimeout) {
    Launch {
        jvmOptions = List.copyOf(jvmOptions);
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    List<String> command(List<String> wrapper, String marker) {
        var command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.addAll(jvmOptions);
        command.addAll(program);
        return command;
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
