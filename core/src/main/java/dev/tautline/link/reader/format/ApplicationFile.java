package dev.tautline.link.reader.format;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One file named `application…` and its rank among the others of its application: Spring Boot reference,
/// "Externalized Configuration", after which other frameworks are modelled. A file that comes later in [#PRECEDENCE]
/// overrides those before it.
public record ApplicationFile(
        Path root, Path path, boolean packaged, boolean inConfigFolder, String profile, Documents content) {
    public static final Comparator<ApplicationFile> PRECEDENCE = under(List.of());

    private static final Pattern NAME = Pattern.compile(
            "application(?:-(?<profile>.+))?\\.(?:ya?ml|properties|toml)|microprofile-config(?:-(?<of>\\w+))?\\.properties");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String CONFIG_FOLDER = "config";

    /// The order while these profiles are active: the last one wins (Spring Boot reference, "Profile Specific
    /// Files").
    public static Comparator<ApplicationFile> under(List<String> profiles) {
        return Comparator.comparing(ApplicationFile::packaged)
                .reversed()
                .thenComparing(file -> !file.profile.isEmpty())
                .thenComparing(file -> profiles.indexOf(file.profile))
                .thenComparing(ApplicationFile::inConfigFolder)
                .thenComparing(ApplicationFile::isProperties)
                .thenComparing(file -> file.path.toString());
    }

    public static boolean isNamedSo(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    public static ApplicationFile of(Path path, Documents content) {
        var parent = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        // MicroProfile's own lies one folder deeper.
        var folder = parent.endsWith("META-INF")
                ? Optional.ofNullable(parent.getParent()).orElse(parent)
                : parent;
        var inConfig = folder.endsWith(CONFIG_FOLDER);
        var location = inConfig ? Optional.ofNullable(folder.getParent()).orElse(Path.of("")) : folder;
        var packaged = location.endsWith(RESOURCES);
        var root = packaged ? Homes.above(location, RESOURCES.getNameCount()) : location;
        return new ApplicationFile(root, path, packaged, inConfig, profileOf(path), content);
    }

    private static String profileOf(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Stream.of("profile", "of")
                        .map(name::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : "";
    }

    /// Whether it is TOML, which only Micronaut reads.
    public boolean isToml() {
        return path.toString().endsWith(".toml");
    }

    /// Whether it is a properties file, and not YAML.
    public boolean isProperties() {
        return path.toString().endsWith(".properties");
    }
}
