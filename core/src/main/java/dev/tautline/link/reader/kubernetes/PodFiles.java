package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.MountedFile;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a pod's containers see of the ConfigMaps and Secrets in its set (Kubernetes documentation,
/// "Configure a Pod to Use a ConfigMap": each key is a file, `items` choose and rename, `subPath` mounts one).
final class PodFiles {
    private final ManifestSet set;
    private final String namespace;
    private final Map<String, YamlTree> volumes = new LinkedHashMap<>();

    PodFiles(ManifestSet set, Manifest manifest, YamlTree pod) {
        this.set = set;
        this.namespace = manifest.namespace();
        pod.items("volumes").forEach(volume -> volume.text("name").ifPresent(name -> volumes.put(name.text(), volume)));
    }

    List<MountedFile> of(YamlTree pod) {
        return pod.items("containers").stream()
                .flatMap(container -> container.items("volumeMounts").stream())
                .flatMap(this::files)
                .toList();
    }

    private Stream<MountedFile> files(YamlTree mount) {
        var path = text(mount, "mountPath").replaceFirst("/+$", "");
        var subPath = text(mount, "subPath");
        return Optional.ofNullable(volumes.get(text(mount, "name"))).stream()
                .flatMap(this::inVolume)
                .filter(file -> subPath.isEmpty()
                        || file.path().equals(subPath)
                        || file.path().startsWith(subPath + "/"))
                .map(file -> new MountedFile(
                        path
                                + (subPath.isEmpty()
                                        ? "/" + file.path()
                                        : file.path().substring(subPath.length())),
                        file.text()));
    }

    private Stream<MountedFile> inVolume(YamlTree volume) {
        return Stream.concat(Stream.of(volume), volume.items("projected", "sources").stream())
                .flatMap(source -> Stream.of("configMap", "secret").flatMap(kind -> source.at(kind).stream()))
                .flatMap(this::inSource);
    }

    private Stream<MountedFile> inSource(YamlTree source) {
        var isSecret =
                source.at("secretName").isPresent() || source.origin().key().endsWith("secret");
        var name = text(source, "secretName").isEmpty() ? text(source, "name") : text(source, "secretName");
        var paths = new LinkedHashMap<String, String>();
        source.items("items").forEach(item -> paths.put(text(item, "key"), text(item, "path")));
        return set.find(isSecret ? "Secret" : "ConfigMap", namespace, name).stream()
                .flatMap(manifest -> manifest.tree().entries(isSecret ? "stringData" : "data").entrySet().stream()
                        .filter(entry -> paths.isEmpty() || paths.containsKey(entry.getKey()))
                        .filter(entry -> entry.getValue() instanceof Scalar)
                        .map(entry -> new MountedFile(
                                paths.getOrDefault(entry.getKey(), entry.getKey()),
                                file(manifest, entry.getKey(), (Scalar) entry.getValue()))));
    }

    /// A value that a patch or a generator brought stands in another file than the object: a file of its own, or
    /// below the line of its key.
    private static SourceText file(Manifest manifest, String key, Scalar value) {
        var as = EmbeddedFiles.path(manifest, key);
        var place = value.origin();
        if (place.file().equals(manifest.source().holder())) {
            return manifest.source().embedded(value, as);
        }
        var isWhole = place.line() == 1 && place.column() == 1;
        return new SourceText(as, place.file(), value.text(), place.line() + (isWhole ? 0 : 1), 0);
    }

    private static String text(YamlTree tree, String key) {
        return tree.text(key).map(Written::text).orElse("");
    }
}
