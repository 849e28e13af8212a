package dev.tautline.cli;

import dev.tautline.link.Profile;
import dev.tautline.link.reader.Configuration;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What the files to read do not say themselves: the environment, and the profiles. Shared by the commands that read
/// configurations.
final class ReadOptions {
    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the service; placeholders and overrides use it.")
    private Map<String, String> environment = Map.of();

    @Option(
            names = "--profile",
            split = ",",
            paramLabel = "NAME",
            description = "Read the files as with these profiles only (default: plain, then each profile found).")
    private List<String> profiles = List.of();

    /// Reads files, folders and JDBC URLs. `command` is whose mistake an unknown path or profile is.
    Configuration read(String command, List<String> inputs) {
        var urls = inputs.stream().filter(JdbcUrl::isJdbc).toList();
        var read = read(paths(inputs), urls);
        requireKnownProfiles(command, read.profiles());
        return read;
    }

    /// The same for a service that sees `around` as well; what was given comes first.
    Configuration read(String command, List<String> inputs, Map<String, String> around) {
        var all = new HashMap<>(around);
        all.putAll(environment);
        var read = reader(all).read(paths(inputs), List.of());
        requireKnownProfiles(command, read.profiles());
        return read;
    }

    /// The same without the question whether the profiles are known.
    Configuration read(Collection<Path> paths, Collection<String> urls) {
        return reader(environment).read(paths, urls);
    }

    private ConfigurationReader reader(Map<String, String> variables) {
        var profile = profiles.isEmpty() ? Optional.<Profile>empty() : Optional.of(new Profile(profiles));
        return new ConfigurationReader(variables, profile);
    }

    /// Those of the inputs that are files or folders, and exist.
    static List<Path> paths(List<String> inputs) {
        return inputs.stream()
                .filter(input -> !JdbcUrl.isJdbc(input))
                .map(CheckPaths::existing)
                .map(Path::normalize)
                .toList();
    }

    void requireKnownProfiles(String command, Collection<String> found) {
        for (var profile : profiles) {
            if (!found.contains(profile)) {
                var known = found.stream().sorted().toList();
                throw new UsageException(command + ": no file names a profile '" + profile + "'"
                        + Nearest.to(profile, known)
                                .map(name -> "; nearest: '" + name + "'")
                                .orElse(known.isEmpty() ? "" : "; profiles: " + String.join(", ", known)));
            }
        }
    }
}
