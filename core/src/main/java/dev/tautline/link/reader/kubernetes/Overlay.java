package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one kustomization does to the objects that it is given: generators, patches, images, replicas,
/// namespace and names, in the order of Kustomize.
final class Overlay {
    private final Kustomization kustomization;
    private final NamedFiles files;

    Overlay(Kustomization kustomization, NamedFiles files) {
        this.kustomization = kustomization;
        this.files = files;
    }

    List<Manifest> of(List<Manifest> given) {
        var all = new Generators(kustomization, files).added(given);
        for (var patch : patches()) {
            all = all.stream()
                    .flatMap(manifest -> patched(manifest, patch).stream())
                    .toList();
        }
        var images = new Images(kustomization.tree());
        return new Renaming(kustomization)
                .applied(all.stream()
                        .map(manifest -> manifest.with(manifest.name(), manifest.namespace(), images.applied(manifest)))
                        .map(this::scaled)
                        .toList());
    }

    /// A patch is a part of an object, or operations on one.
    private record Patch(Optional<YamlTree> target, YamlTree change) {}

    private List<Patch> patches() {
        var patches = new ArrayList<Patch>();
        for (var item : kustomization.tree().items("patchesStrategicMerge")) {
            item.text()
                    .ifPresent(text ->
                            texts(item, text).forEach(change -> patches.add(new Patch(Optional.empty(), change))));
        }
        for (var key : List.of("patches", "patchesJson6902")) {
            for (var item : kustomization.tree().items(key)) {
                item.text("patch")
                        .or(() -> item.text("path"))
                        .ifPresent(text ->
                                texts(item, text).forEach(change -> patches.add(new Patch(item.at("target"), change))));
            }
        }
        return patches;
    }

    /// The documents of a patch that stands here, or in a file.
    private Stream<YamlTree> texts(YamlTree item, Written text) {
        var isInline = text.text().contains("\n") || text.text().contains(": ");
        var source = isInline ? inline(item) : files.find(kustomization.folder(), text.text());
        return source.stream().flatMap(found -> YamlTree.read(found, new ArrayList<Problem>()).stream());
    }

    private Optional<SourceText> inline(YamlTree item) {
        var tree = item.at("patch").orElse(item);
        return tree instanceof YamlTree.Scalar scalar
                ? Optional.of(kustomization
                        .source()
                        .embedded(scalar, kustomization.source().file()))
                : Optional.empty();
    }

    private static Optional<Manifest> patched(Manifest manifest, Patch patch) {
        if (!isFor(manifest, patch)) {
            return Optional.of(manifest);
        }
        if (patch.change() instanceof YamlTree.Items operations) {
            return Optional.of(manifest.with(
                    manifest.name(), manifest.namespace(), JsonPatch.applied(manifest.tree(), operations.all())));
        }
        return is(patch.change(), "$patch", "delete")
                ? Optional.empty()
                : Optional.of(manifest.with(
                        manifest.name(), manifest.namespace(), Trees.merged("", manifest.tree(), patch.change())));
    }

    private static boolean isFor(Manifest manifest, Patch patch) {
        if (patch.target().isPresent()) {
            var target = patch.target().get();
            return matches(target.text("kind"), manifest.kind())
                    && matches(target.text("name"), manifest.name())
                    && target.at("labelSelector").isEmpty()
                    && target.at("annotationSelector").isEmpty();
        }
        return is(patch.change(), "kind", manifest.kind())
                && patch.change().text("metadata", "name").map(Written::text).equals(Optional.of(manifest.name()));
    }

    /// Without a value, everything matches; names may be patterns.
    private static boolean matches(Optional<Written> wanted, String actual) {
        return wanted.map(written -> written.text().equals(actual)
                        || (written.text().matches("[\\w.*-]{1,100}") && actual.matches(pattern(written.text()))))
                .orElse(true);
    }

    /// Of regular expressions, only "anything" is known here; the rest is taken as it is.
    private static String pattern(String text) {
        return text.replace(".*", "*").replace(".", "\\.").replace("*", ".*");
    }

    private static boolean is(YamlTree tree, String key, String value) {
        return tree.text(key).map(Written::text).equals(Optional.of(value));
    }

    private Manifest scaled(Manifest manifest) {
        return kustomization.tree().items("replicas").stream()
                .filter(replicas -> is(replicas, "name", manifest.name())
                        && Kinds.workloads().containsKey(manifest.kind()))
                .flatMap(replicas -> replicas.at("count").stream())
                .findFirst()
                .map(count -> manifest.with(
                        manifest.name(),
                        manifest.namespace(),
                        Trees.with(manifest.tree(), List.of("spec", "replicas"), count)))
                .orElse(manifest);
    }
}
