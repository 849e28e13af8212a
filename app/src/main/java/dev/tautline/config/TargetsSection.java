package dev.tautline.config;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.Secret;
import dev.tautline.targets.Completion;
import dev.tautline.targets.Expectations;
import dev.tautline.targets.Given;
import dev.tautline.targets.ShortText;
import dev.tautline.targets.Surroundings;
import dev.tautline.targets.Target;
import dev.tautline.targets.TargetUrl;
import dev.tautline.targets.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads the section `targets` of `taut.yaml`: servers to watch and connections to test. Passwords come from the
/// environment or from files, never from this one.
public final class TargetsSection {
    private static final Set<String> KEYS = new TreeSet<>(
            List.of("expect", "labels", "name", "password-env", "password-file", "pooler", "url", "user"));
    private static final Set<String> CONSOLE_KEYS =
            new TreeSet<>(List.of("password-env", "password-file", "url", "user"));

    private final Path folder;
    private final Surroundings around;
    private final Consumer<String> warnings;

    /// @param file the `taut.yaml`, below whose folder the files that it names are
    public TargetsSection(Path file, Surroundings around, Consumer<String> warnings) {
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.around = around;
        this.warnings = warnings;
    }

    /// One target and where it is written.
    ///
    /// @param pooler the console of the pooler in front of it
    public record Entry(Target target, Optional<Target> pooler, YamlMap map) {}

    /// The targets that can be used; for all others there is a problem.
    public List<Entry> read(YamlMap root) {
        var names = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        for (var map : root.list("targets", KEYS)) {
            var name = map.required("name");
            if (!name.isEmpty() && !names.add(name)) {
                map.problem("name", "another target is called '" + name + "', too");
            }
            var pooler = map.map("pooler", CONSOLE_KEYS)
                    .flatMap(console -> target(console, Optional.empty(), Expectations.NONE));
            target(map)
                    .map(target -> new Entry(target.named(name), pooler, map))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Target> target(YamlMap map) {
        var expect = ExpectSection.read(map);
        return target(map, expect.role(), expect.rest());
    }

    private Optional<Target> target(YamlMap map, Optional<Expectation> role, Expectations expected) {
        var given = new Given(map.text("user"), password(map), role);
        var text = map.required("url");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Consumer<String> problems = problem -> map.problem("url", problem);
        var parsed = TargetUrl.parse(text, problems);
        parsed.ifPresent(url -> url.unknownParameters().forEach(words -> warnings.accept("'" + url + "': " + words)));
        return parsed.filter(url -> hasNoPassword(url, map))
                .flatMap(url -> new Completion(around, problems, warnings).of(url, given))
                .map(target -> target.expecting(expected));
    }

    private static boolean hasNoPassword(TargetUrl url, YamlMap map) {
        if (url.carriesPassword()) {
            map.problem("url", "a password does not belong here; allowed: password-env, password-file or ~/.pgpass");
        }
        return !url.carriesPassword();
    }

    private Optional<Secret> password(YamlMap map) {
        if (map.has("password-env") && map.has("password-file")) {
            map.problem("password-file", "password-env says already where the password is");
        }
        return map.text("password-env")
                .flatMap(name -> variable(name, map))
                .or(() -> map.text("password-file").flatMap(name -> firstLine(folder.resolve(name), map)));
    }

    private Optional<Secret> variable(String name, YamlMap map) {
        var value = around.environment().get(name);
        if (value == null) {
            map.problem("password-env", "the environment variable " + name + " is not set");
        }
        return Optional.ofNullable(value).map(Secret::of);
    }

    private static Optional<Secret> firstLine(Path file, YamlMap map) {
        try {
            return Optional.of(Secret.of(ShortText.firstLine(file)));
        } catch (IOException e) {
            map.problem("password-file", file + " cannot be read (" + Unreadable.why(file, e) + ")");
            return Optional.empty();
        }
    }
}
