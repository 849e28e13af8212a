package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Documents;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// One configuration file of a Spring Boot application and its rank among the others: Spring Boot reference,
/// "Externalized Configuration". A file that comes later in [#PRECEDENCE] overrides those before it.
record SpringFile(Path root, Path path, boolean packaged, boolean inConfigFolder, String profile, Documents content) {
    static final Comparator<SpringFile> PRECEDENCE = Comparator.comparing(SpringFile::packaged)
            .reversed()
            .thenComparing(file -> !file.profile.isEmpty())
            .thenComparing(SpringFile::inConfigFolder)
            .thenComparing(SpringFile::isProperties)
            .thenComparing(file -> file.path.toString());

    private static final Pattern NAME = Pattern.compile("application(?:-(?<profile>.+))?\\.(?:ya?ml|properties)");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String CONFIG_FOLDER = "config";

    static boolean isNamedSo(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    static SpringFile of(Path path, Documents content) {
        var folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        var inConfig = folder.endsWith(CONFIG_FOLDER);
        var location = inConfig ? Optional.ofNullable(folder.getParent()).orElse(Path.of("")) : folder;
        var packaged = location.endsWith(RESOURCES);
        var root = packaged ? above(location, RESOURCES.getNameCount()) : location;
        return new SpringFile(root, path, packaged, inConfig, profileOf(path), content);
    }

    private static String profileOf(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? Optional.ofNullable(name.group("profile")).orElse("") : "";
    }

    private static Path above(Path location, int levels) {
        var count = location.getNameCount() - levels;
        if (count > 0) {
            var relative = location.subpath(0, count);
            return location.isAbsolute() ? location.getRoot().resolve(relative) : relative;
        }
        return location.isAbsolute() ? location.getRoot() : Path.of("");
    }

    boolean isProperties() {
        return path.toString().endsWith(".properties");
    }
}
