package dev.tautline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who does something with an incident.
final class Saying {
    @Option(names = "--by", paramLabel = "NAME", description = "Who does it (default: the user of this machine).")
    private @Nullable String by;

    String by() {
        var name = by == null ? System.getProperty("user.name", "") : by;
        if (name.isBlank()) {
            throw new UsageException("--by names nobody");
        }
        return name;
    }
}
