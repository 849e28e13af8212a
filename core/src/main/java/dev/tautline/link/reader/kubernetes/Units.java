package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides which plain manifests belong together. Folders named for a stage (`k8s/prod`, `k8s/dev`) are sets
/// of their own (what that says about the stage is told by the place itself); where one object is declared twice even
/// so, each folder is one; all else is one set.
final class Units {
    private final List<Manifest> manifests;

    Units(List<Manifest> manifests) {
        this.manifests = List.copyOf(manifests);
    }

    List<ManifestSet> sets() {
        var sets = new ArrayList<ManifestSet>();
        grouped(
                        manifests,
                        manifest -> stageFolder(folder(manifest))
                                .map(Path::toString)
                                .orElse(""))
                .forEach((unit, together) -> sets.addAll(split(unit, together)));
        return sets;
    }

    private static List<ManifestSet> split(String unit, List<Manifest> together) {
        if (areDistinct(together)) {
            return List.of(set(unit, together));
        }
        return grouped(together, manifest -> folder(manifest).toString()).entrySet().stream()
                .map(folder -> set(folder.getKey(), lastOfEach(folder.getValue())))
                .toList();
    }

    private static ManifestSet set(String unit, List<Manifest> together) {
        return new ManifestSet(unit, Stage.UNKNOWN, together);
    }

    private static Map<String, List<Manifest>> grouped(List<Manifest> all, Function<Manifest, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private record Identity(String kind, String namespace, String name) {
        static Identity of(Manifest manifest) {
            return new Identity(manifest.kind(), manifest.namespace(), manifest.name());
        }
    }

    private static boolean areDistinct(List<Manifest> together) {
        var seen = new LinkedHashSet<Identity>();
        return together.stream().map(Identity::of).allMatch(seen::add);
    }

    /// Of two with the same name in one folder, the one that is applied last counts.
    private static List<Manifest> lastOfEach(List<Manifest> together) {
        var last = new LinkedHashMap<Identity, Manifest>();
        together.forEach(manifest -> last.put(Identity.of(manifest), manifest));
        return List.copyOf(last.values());
    }

    private static Path folder(Manifest manifest) {
        return Optional.ofNullable(manifest.source().holder().getParent()).orElse(Path.of(""));
    }

    /// The folder, or the innermost one above it, whose name tells a stage.
    private static Optional<Path> stageFolder(Path folder) {
        for (var at = folder; at != null && at.getFileName() != null; at = at.getParent()) {
            var name = at.getFileName().toString();
            if (Stage.ofName(name) != Stage.UNKNOWN || name.matches("(?i).*\\b(staging|stage|qa|uat|preprod)\\b.*")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
