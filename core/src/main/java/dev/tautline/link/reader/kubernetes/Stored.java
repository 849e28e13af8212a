package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The ConfigMaps and Secrets of one set, and those that something in the set will make.
final class Stored {
    private final List<StoredValues> all;

    Stored(ManifestSet set) {
        all = set.manifests().stream()
                .flatMap(manifest -> Stream.concat(read(manifest, set.unit()), copied(manifest, set.unit())))
                .toList();
    }

    List<StoredValues> all() {
        return all;
    }

    Optional<StoredValues> find(StoredValues.Kind kind, String name, String namespace) {
        return all.stream()
                .filter(values -> values.kind() == kind
                        && values.name().equals(name)
                        && values.namespace().equals(namespace))
                .findFirst();
    }

    private static Stream<StoredValues> read(Manifest manifest, String unit) {
        return switch (manifest.kind()) {
            case "ConfigMap" -> Stream.of(values(manifest, unit, StoredValues.Kind.CONFIG_MAP, plain(manifest)));
            case "Secret" -> Stream.of(values(manifest, unit, StoredValues.Kind.SECRET, secret(manifest)));
            case "SealedSecret",
                    "ExternalSecret",
                    "VaultStaticSecret",
                    "VaultDynamicSecret",
                    "OnePasswordItem",
                    "Certificate" -> Stream.of(MadeSecrets.of(manifest, unit));
            case "ClusterExternalSecret" -> Stream.of(MadeSecrets.everywhere(manifest, unit));
            case "Cluster" ->
                manifest.isOf(ClusterReader.GROUP) ? MadeSecrets.ofCluster(manifest, unit) : Stream.empty();
            default -> Stream.empty();
        };
    }

    /// What a controller copies to other namespaces: of them, the files say at most a pattern.
    private static Stream<StoredValues> copied(Manifest manifest, String unit) {
        return MadeSecrets.isCopied(manifest.tree())
                ? read(manifest, unit)
                        .map(one -> new StoredValues(one.kind(), one.name(), "", unit, Map.of(), false, one.origin()))
                : Stream.empty();
    }

    /// What a tool fills in before it is applied may have more keys than are written.
    private static StoredValues values(
            Manifest manifest, String unit, StoredValues.Kind kind, Map<String, Written> values) {
        var isComplete = values.keySet().stream().noneMatch(key -> key.contains("{{") || key.contains("${"));
        return new StoredValues(
                kind, manifest.name(), manifest.namespace(), unit, values, isComplete, manifest.origin());
    }

    private static Map<String, Written> plain(Manifest manifest) {
        var values = new LinkedHashMap<String, Written>();
        manifest.tree().entries("binaryData").forEach((key, tree) -> values.put(key, unreadable(key, tree)));
        manifest.tree().entries("data").forEach((key, tree) -> values.put(key, text(key, tree)));
        return values;
    }

    private static Written text(String key, YamlTree tree) {
        return tree.text()
                .map(written -> Values.templates(Written.of(key, written.text(), written.origin())))
                .orElseGet(() -> Written.of(key, "", tree.origin()));
    }

    private static Written unreadable(String key, YamlTree tree) {
        return Values.unresolved("binary " + key, Written.of(key, "", tree.origin()));
    }

    /// `stringData` wins over `data` (Kubernetes API, Secret v1).
    private static Map<String, Written> secret(Manifest manifest) {
        var values = new LinkedHashMap<String, Written>();
        manifest.tree().entries("data").forEach((key, tree) -> values.put(key, decoded(manifest, key, tree)));
        manifest.tree()
                .entries("stringData")
                .forEach((key, tree) -> values.put(key, masked(manifest, key, text(key, tree))));
        return values;
    }

    private static Written decoded(Manifest manifest, String key, YamlTree tree) {
        var written = text(key, tree);
        if (!written.isResolved()) {
            return masked(manifest, key, written);
        }
        return base64(written.text())
                .map(text -> masked(manifest, key, Written.of(key, text, written.origin())))
                .orElseGet(() -> masked(manifest, key, unreadable(key, tree)));
    }

    /// The key under which a value of a Secret is known, in its text and in its place, says that it is one:
    /// whoever shows it masks it.
    private static Written masked(Manifest manifest, String key, Written value) {
        var name = "secret " + manifest.name() + "/" + key;
        var place = value.origin().place().orElseThrow();
        var origin = new Origin.InFile(place.file(), place.line(), place.column(), name);
        return new Written(name, value.text(), origin, value.unresolved());
    }

    private static Optional<String> base64(String text) {
        try {
            var bytes = Base64.getMimeDecoder().decode(text);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }
}
