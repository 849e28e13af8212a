package dev.tautline.link.reader;

import dev.tautline.link.Framework;
import dev.tautline.link.Libraries;
import dev.tautline.link.reader.format.ApplicationFile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells which framework reads files that are named `application…`: by the libraries that the build
/// declares, or else by the first elements of the keys.
final class FrameworkClues {
    private FrameworkClues() {}

    static Framework of(List<ApplicationFile> files, Libraries libraries) {
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
        return hasKey(files, key -> key.startsWith("micronaut.")) ? Framework.MICRONAUT : Framework.SPRING_BOOT;
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
