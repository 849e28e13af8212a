package dev.tautline.link.reader;

import dev.tautline.link.Framework;
import dev.tautline.link.Libraries;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.micronaut.MicronautApplication;
import dev.tautline.link.reader.quarkus.QuarkusApplication;
import dev.tautline.link.reader.spring.SpringApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells which framework reads files that are named `application…`: by the libraries that the build
/// declares, or else by the first elements of the keys.
final class FrameworkClues {
    private FrameworkClues() {}

    /// The application that these files configure, in the folder `home`.
    static ApplicationFiles application(Path home, List<ApplicationFile> files, Libraries libraries) {
        return switch (of(files, libraries)) {
            case QUARKUS -> new QuarkusApplication(home, withoutToml(files));
            case MICRONAUT -> new MicronautApplication(home, files);
            case SPRING_BOOT, PLAY, DROPWIZARD, JAKARTA, NONE -> new SpringApplication(home, withoutToml(files));
        };
    }

    private static List<ApplicationFile> withoutToml(List<ApplicationFile> files) {
        return files.stream().filter(file -> !file.isToml()).toList();
    }

    private static Framework of(List<ApplicationFile> files, Libraries libraries) {
        var artifacts = libraries.artifacts().orElse(Set.of());
        if (startsAny(artifacts.stream(), "spring-boot")) {
            return Framework.SPRING_BOOT;
        }
        if (startsAny(artifacts.stream(), "quarkus-")) {
            return Framework.QUARKUS;
        }
        return startsAny(artifacts.stream(), "micronaut-") ? Framework.MICRONAUT : byKeys(files);
    }

    private static Framework byKeys(List<ApplicationFile> files) {
        if (hasKey(files, key -> key.startsWith("spring."))) {
            return Framework.SPRING_BOOT;
        }
        if (hasKey(files, key -> key.startsWith("quarkus.") || key.startsWith("%") || key.startsWith("\"%"))) {
            return Framework.QUARKUS;
        }
        return hasKey(files, key -> key.startsWith("micronaut."))
                        || files.stream().allMatch(ApplicationFile::isToml)
                ? Framework.MICRONAUT
                : Framework.SPRING_BOOT;
    }

    private static boolean startsAny(Stream<String> artifacts, String start) {
        return artifacts.anyMatch(artifact -> artifact.startsWith(start));
    }

    private static boolean hasKey(List<ApplicationFile> files, Predicate<String> isOne) {
        return files.stream()
                .flatMap(file -> file.content().documents().stream())
                .flatMap(document -> document.properties().stream())
                .anyMatch(property -> isOne.test(property.key()));
    }
}
