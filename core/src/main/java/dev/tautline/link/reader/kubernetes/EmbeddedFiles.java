package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a ConfigMap or a Secret holds: `pgbouncer.ini: |` and the like. An application's own
/// configuration is left to the workload that mounts it (see [PodFiles]), for it only adds to what is packaged.
final class EmbeddedFiles {
    private EmbeddedFiles() {}

    /// All but the applications' files, each named as if it stood in a folder of the object's name.
    static Stream<SourceText> of(Manifest manifest) {
        return all(manifest).filter(text -> !isOfApplication(text));
    }

    private static boolean isOfApplication(SourceText text) {
        return text.name().matches("application(-.+)?\\.(ya?ml|properties)");
    }

    private static Stream<SourceText> all(Manifest manifest) {
        var place = switch (manifest.kind()) {
            case "ConfigMap" -> Optional.of("data");
            case "Secret" -> Optional.of("stringData");
            default -> Optional.<String>empty();
        };
        return place.stream()
                .flatMap(key -> manifest.tree().entries(key).entrySet().stream())
                .filter(entry -> entry.getValue() instanceof YamlTree.Scalar
                        && entry.getKey().contains("."))
                .map(entry ->
                        manifest.source().embedded((YamlTree.Scalar) entry.getValue(), path(manifest, entry.getKey())));
    }

    static Path path(Manifest manifest, String key) {
        var holder = manifest.source().holder();
        var folder = manifest.name().isEmpty() ? "data" : manifest.name();
        return holder.resolveSibling(holder.getFileName() + "!")
                .resolve(safe(folder))
                .resolve(safe(key));
    }

    /// Names of objects come from files, so they may hold what no path may.
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
