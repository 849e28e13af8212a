package dev.tautline.alert.config;

import dev.tautline.config.YamlMap;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Secrets come from the environment (`KEY-env`) or from the first line of a file (`KEY-file`), never from `taut.yaml`.
///
/// @param folder below which files are named
record Secrets(Map<String, String> environment, Path folder) {
    Optional<Secret> optional(YamlMap map, String key) {
        if (map.has(key + "-env") && map.has(key + "-file")) {
            map.problem(key + "-file", key + "-env says already where it is");
            return Optional.empty();
        }
        return map.text(key + "-env")
                .flatMap(name -> variable(map, key + "-env", name))
                .or(() -> map.text(key + "-file").flatMap(name -> firstLine(map, key + "-file", name)));
    }

    Optional<Secret> required(YamlMap map, String key) {
        if (!map.has(key + "-env") && !map.has(key + "-file")) {
            map.problem(key + "-env", "one of " + key + "-env and " + key + "-file is expected");
            return Optional.empty();
        }
        return optional(map, key);
    }

    private Optional<Secret> variable(YamlMap map, String key, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            map.problem(key, "the environment variable " + name + " is not set");
            return Optional.empty();
        }
        return Optional.of(Secret.of(value.strip()));
    }

    private Optional<Secret> firstLine(YamlMap map, String key, String name) {
        var file = folder.resolve(name);
        try {
            var line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                map.problem(key, file + " has no first line");
                return Optional.empty();
            }
            return Optional.of(Secret.of(line));
        } catch (IOException e) {
            map.problem(key, file + " cannot be read (" + e.getClass().getSimpleName() + ")");
            return Optional.empty();
        }
    }
}
