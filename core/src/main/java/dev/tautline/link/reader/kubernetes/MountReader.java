package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Mount;
import dev.tautline.link.Reference;
import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what is mounted into the containers of one pod.
final class MountReader {
    private final Map<String, YamlTree> volumes = new LinkedHashMap<>();

    MountReader(Manifest manifest, YamlTree pod) {
        manifest.tree()
                .items("spec", "volumeClaimTemplates")
                .forEach(claim -> claim.text("metadata", "name").ifPresent(name -> volumes.put(name.text(), claim)));
        pod.items("volumes").forEach(volume -> volume.text("name").ifPresent(name -> volumes.put(name.text(), volume)));
    }

    List<Mount> of(YamlTree container) {
        var mounts = new ArrayList<Mount>();
        for (var mount : container.items("volumeMounts")) {
            var path = mount.text("mountPath").map(Written::text).orElse("");
            var name = mount.text("name").map(Written::text).orElse("");
            var volume = Optional.ofNullable(volumes.get(name));
            volume.ifPresent(found -> mounts.addAll(mounts(mount, path, name, found)));
        }
        return mounts;
    }

    private static List<Mount> mounts(YamlTree mount, String path, String name, YamlTree volume) {
        var isSubPath =
                mount.at("subPath").isPresent() || mount.at("subPathExpr").isPresent();
        var references = references(volume);
        if (references.isEmpty()) {
            return List.of(
                    new Mount(path, kind(volume), Optional.of(name), isSubPath, Optional.empty(), mount.origin()));
        }
        return references.stream()
                .map(reference -> new Mount(
                        path,
                        Mount.Kind.STORED_VALUES,
                        Optional.of(name),
                        isSubPath,
                        Optional.of(reference),
                        mount.origin()))
                .toList();
    }

    private static Mount.Kind kind(YamlTree volume) {
        if (volume.at("emptyDir").isPresent()) {
            return Mount.Kind.TEMPORARY;
        }
        return volume.at("hostPath").isPresent() ? Mount.Kind.HOST_FOLDER : Mount.Kind.VOLUME;
    }

    private static List<Reference> references(YamlTree volume) {
        var references = new ArrayList<Reference>();
        reference(volume, StoredValues.Kind.CONFIG_MAP, "configMap", "name").ifPresent(references::add);
        reference(volume, StoredValues.Kind.SECRET, "secret", "secretName").ifPresent(references::add);
        for (var source : volume.items("projected", "sources")) {
            reference(source, StoredValues.Kind.CONFIG_MAP, "configMap", "name").ifPresent(references::add);
            reference(source, StoredValues.Kind.SECRET, "secret", "name").ifPresent(references::add);
        }
        return references;
    }

    private static Optional<Reference> reference(YamlTree volume, StoredValues.Kind kind, String at, String key) {
        return volume.text(at, key)
                .map(name -> new Reference(
                        kind,
                        name.text(),
                        Optional.empty(),
                        volume.text(at, "optional")
                                .map(Written::text)
                                .filter("true"::equals)
                                .isPresent(),
                        name.origin()));
    }
}
