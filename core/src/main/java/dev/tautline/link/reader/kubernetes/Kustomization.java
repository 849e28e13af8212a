package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One `kustomization.yaml`, and the folder that it makes an overlay.
record Kustomization(Path folder, YamlTree tree, SourceText source) {
    private static final Set<String> FILES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    static boolean isNamedSo(Path file) {
        return FILES.contains(String.valueOf(file.getFileName()));
    }

    static Kustomization of(YamlTree tree, SourceText source) {
        var file = source.file().toAbsolutePath().normalize();
        return new Kustomization(Optional.ofNullable(file.getParent()).orElse(file), tree, source);
    }

    /// What it is made of, in order: files, and folders of other overlays.
    List<Path> resources() {
        return paths("resources", "bases");
    }

    /// What changes that afterwards.
    List<Path> components() {
        return paths("components");
    }

    /// The files whose text is a patch.
    Stream<Path> patchFiles() {
        return Stream.concat(
                paths("patchesStrategicMerge").stream(),
                Stream.of("patches", "patchesJson6902")
                        .flatMap(key -> tree.items(key).stream())
                        .flatMap(patch -> patch.text("path").stream())
                        .flatMap(written -> resolve(written).stream()));
    }

    Optional<Path> resolve(Written written) {
        return NamedFiles.resolve(folder, written.text());
    }

    private List<Path> paths(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> tree.items(key).stream())
                .flatMap(item -> item.text().stream())
                .filter(written ->
                        !written.text().contains("://") && !written.text().contains("\n"))
                .flatMap(written -> resolve(written).stream())
                .toList();
    }

    Optional<String> text(String key) {
        return tree.text(key).map(Written::text);
    }
}
