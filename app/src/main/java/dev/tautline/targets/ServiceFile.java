package dev.tautline.targets;

import dev.tautline.settings.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The connection service file: parameters of connections under a name (PostgreSQL manual 18, "The Connection Service
/// File"). Looked for where libpq and pgjdbc look: `PGSERVICEFILE`, `~/.pg_service.conf`,
/// `PGSYSCONFDIR/pg_service.conf`.
final class ServiceFile {
    private final Surroundings around;
    private final Consumer<String> problems;

    ServiceFile(Surroundings around, Consumer<String> problems) {
        this.around = around;
        this.problems = problems;
    }

    /// The parameters of a service; empty, with a problem, when no file has it.
    Optional<Map<String, String>> service(String name) {
        var files = files();
        var known = new LinkedHashSet<String>();
        for (var file : files) {
            var found = read(file, name, known);
            if (found.isPresent()) {
                return found;
            }
        }
        problems.accept("service '" + name + "' is in none of "
                + String.join(", ", files.stream().map(Path::toString).toList())
                + Nearest.to(name, known)
                        .map(near -> "; nearest: '" + near + "'")
                        .orElse(""));
        return Optional.empty();
    }

    private List<Path> files() {
        var named = variable("PGSERVICEFILE").map(Path::of);
        var system = variable("PGSYSCONFDIR").map(folder -> Path.of(folder, "pg_service.conf"));
        return Stream.concat(Stream.of(named.orElse(around.home().resolve(".pg_service.conf"))), system.stream())
                .toList();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(around.environment().get(name)).filter(text -> !text.isBlank());
    }

    private Optional<Map<String, String>> read(Path file, String name, Set<String> known) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return section(file, ShortText.lenient(file).lines().toList(), name, known);
        } catch (IOException e) {
            problems.accept(file + ": cannot be read (" + Unreadable.why(file, e) + ")");
            return Optional.empty();
        }
    }

    /// The first section of the name, and in it the first value of each key, count.
    private Optional<Map<String, String>> section(Path file, List<String> lines, String name, Set<String> known) {
        Map<String, String> values = null;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                if (values != null) {
                    break;
                }
                known.add(line.substring(1, line.length() - 1));
                values = line.equals("[" + name + "]") ? new LinkedHashMap<>() : null;
            } else if (values != null && !line.isEmpty() && !line.startsWith("#")) {
                put(line, file + ":" + (i + 1), values);
            }
        }
        return Optional.ofNullable(values);
    }

    private void put(String line, String place, Map<String, String> values) {
        int sign = line.indexOf('=');
        var key = sign < 1 ? "" : line.substring(0, sign).strip();
        if (key.isEmpty() || key.equals("service")) {
            problems.accept(
                    place + (key.isEmpty() ? ": 'KEY=VALUE' is expected" : ": a service cannot name a service"));
        } else {
            values.putIfAbsent(key, line.substring(sign + 1).strip());
        }
    }
}
