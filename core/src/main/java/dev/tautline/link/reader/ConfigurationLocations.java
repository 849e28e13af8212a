package dev.tautline.link.reader;

import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.MountedFile;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where an application looks for its files outside of its package: in the folder that it is started in and in
/// `config` below that, or where variables say (Spring Boot reference, "External Application Properties"; Quarkus
/// guide "Configuration reference", `quarkus.config.locations`; Micronaut guide, `micronaut.config.files`).
final class ConfigurationLocations {
    private static final List<String> ADDED = List.of(
            "SPRING_CONFIG_ADDITIONALLOCATION",
            "SPRING_CONFIG_ADDITIONAL_LOCATION",
            "QUARKUS_CONFIG_LOCATIONS",
            "MICRONAUT_CONFIG_FILES");
    private static final String ENDINGS = "(?:-(?<profile>.+))?\\.(?:ya?ml|properties)";
    /// `./`, `./config/`, `./config/*/`, in this order.
    private static final int DEFAULT_RANKS = 3;

    private final Optional<List<String>> only;
    private final List<String> added = new ArrayList<>();
    private final Pattern name;

    ConfigurationLocations(Environment environment) {
        this.only = paths(environment, "SPRING_CONFIG_LOCATION");
        ADDED.stream().flatMap(key -> paths(environment, key).stream()).forEach(added::addAll);
        var names =
                resolved(environment, "SPRING_CONFIG_NAME").map(Written::text).orElse("application");
        this.name =
                Pattern.compile("(?:" + Pattern.quote(names).replaceAll("\\s*,\\s*", "\\\\E|\\\\Q") + ")" + ENDINGS);
    }

    /// Whether what is packaged is not read: a location that is set replaces the class path, unless it names it.
    boolean hidePackage() {
        return only.filter(paths -> paths.stream().noneMatch(path -> path.startsWith("classpath:")))
                .isPresent();
    }

    /// How far back the file comes, and so how much it counts; empty where the application does not look. Nobody
    /// mounts its file elsewhere, so one in any other folder is taken for one in the folder of the start, which
    /// only the image knows.
    Optional<Integer> rank(MountedFile file) {
        var inAdded = last(added, file)
                .map(index -> index + DEFAULT_RANKS + only.map(List::size).orElse(0));
        if (inAdded.isPresent()) {
            return inAdded;
        }
        if (only.isPresent()) {
            return last(only.get(), file);
        }
        return isNamed(file) ? Optional.of(defaultRank(file.folder())) : Optional.empty();
    }

    /// The profile of a file after its name: `prod` of `application-prod.yml`.
    String profileOf(MountedFile file) {
        var matcher = name.matcher(file.text().name());
        return matcher.matches() ? Optional.ofNullable(matcher.group("profile")).orElse("") : "";
    }

    private static int defaultRank(String folder) {
        return folder.endsWith("/config") ? 1 : folder.matches(".*/config/[^/]+") ? 2 : 0;
    }

    private Optional<Integer> last(List<String> locations, MountedFile file) {
        for (int i = locations.size() - 1; i >= 0; i--) {
            if (isAt(locations.get(i), file)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isAt(String location, MountedFile file) {
        if (location.equals(file.path())) {
            return true;
        }
        var folder = location.replaceFirst("/+$", "");
        var isInside = folder.endsWith("/*")
                ? file.folder().matches(Pattern.quote(folder.substring(0, folder.length() - 1)) + "[^/]+")
                : file.folder().equals(folder);
        return isInside && isNamed(file);
    }

    private boolean isNamed(MountedFile file) {
        return name.matcher(file.path().substring(file.folder().length() + 1)).matches();
    }

    private static Optional<List<String>> paths(Environment environment, String key) {
        return resolved(environment, key)
                .map(written -> Arrays.stream(written.text().split("[,;]", -1))
                        .map(path -> path.strip().replaceFirst("^optional:", "").replaceFirst("^file:(?://(?=/))?", ""))
                        .filter(path -> !path.isEmpty())
                        .toList());
    }

    private static Optional<Written> resolved(Environment environment, String key) {
        return Stream.of(key)
                .flatMap(name -> environment.find(name).stream())
                .filter(Written::isResolved)
                .findFirst();
    }
}
