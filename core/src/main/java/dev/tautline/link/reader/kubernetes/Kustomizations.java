package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.NamedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds each overlay that no other one uses; a base alone is then no set of its own.
final class Kustomizations {
    private final Map<Path, Kustomization> byFolder = new LinkedHashMap<>();
    private final Map<Path, List<Manifest>> byFile;
    private final NamedFiles files;

    Kustomizations(List<Kustomization> all, List<Manifest> manifests, NamedFiles files) {
        all.forEach(one -> byFolder.put(one.folder(), one));
        this.byFile = manifests.stream().collect(Collectors.groupingBy(Kustomizations::fileOf));
        this.files = files;
    }

    private static Path fileOf(Manifest manifest) {
        return manifest.source().file().toAbsolutePath().normalize();
    }

    /// The manifests that no kustomization speaks of.
    List<Manifest> others(List<Manifest> manifests) {
        var taken = byFolder.values().stream()
                .flatMap(one -> Stream.concat(one.resources().stream(), one.patchFiles()))
                .collect(Collectors.toSet());
        return manifests.stream()
                .filter(manifest -> !taken.contains(fileOf(manifest)))
                .toList();
    }

    List<ManifestSet> sets() {
        var used = byFolder.values().stream()
                .flatMap(one -> Stream.concat(one.resources().stream(), one.components().stream()))
                .collect(Collectors.toSet());
        return byFolder.values().stream()
                .filter(one -> !used.contains(one.folder()) && !isComponent(one))
                .map(one ->
                        new ManifestSet(one.folder().toString(), stage(one), built(one, List.of(), new HashSet<>())))
                .toList();
    }

    private static boolean isComponent(Kustomization one) {
        return one.text("kind").filter("Component"::equals).isPresent();
    }

    private static Stage stage(Kustomization one) {
        return Optional.ofNullable(one.folder().getFileName())
                .map(name -> Stage.ofName(name.toString()))
                .orElse(Stage.UNKNOWN);
    }

    /// `before` is what a component finds. Each folder counts once in one overlay, so a cycle ends.
    private List<Manifest> built(Kustomization one, List<Manifest> before, Set<Path> seen) {
        if (!seen.add(one.folder())) {
            return before;
        }
        var all = new ArrayList<>(before);
        for (var resource : one.resources()) {
            Optional.ofNullable(byFolder.get(resource))
                    .ifPresentOrElse(
                            base -> all.addAll(built(base, List.of(), seen)),
                            () -> all.addAll(byFile.getOrDefault(resource, List.of())));
        }
        List<Manifest> result = all;
        for (var component : one.components()) {
            var found = byFolder.get(component);
            result = found == null ? result : built(found, result, seen);
        }
        return new Overlay(one, files).of(result);
    }
}
