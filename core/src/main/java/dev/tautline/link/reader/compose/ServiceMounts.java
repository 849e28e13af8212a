package dev.tautline.link.reader.compose;

import dev.tautline.link.Mount;
import dev.tautline.link.Reference;
import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a service mounts: volumes, folders and files of the host, `tmpfs`, secrets and configs (Compose file
/// reference, "volumes", "tmpfs", "secrets", "configs").
final class ServiceMounts {
    private final Project.Service service;
    /// A later mount at the same path replaces an earlier one, as in files that override others.
    private final Map<String, Mount> byPath = new LinkedHashMap<>();

    private ServiceMounts(Project.Service service) {
        this.service = service;
    }

    static List<Mount> of(Project.Service service) {
        var mounts = new ServiceMounts(service);
        service.tree().items("volumes").forEach(mounts::readVolume);
        service.values().texts(service.tree(), "tmpfs").forEach(mounts::readTmpfs);
        mounts.readStored("secrets", StoredValues.Kind.SECRET, "/run/secrets/");
        mounts.readStored("configs", StoredValues.Kind.CONFIG_MAP, "/");
        return List.copyOf(mounts.byPath.values());
    }

    private void readVolume(YamlTree item) {
        if (item instanceof YamlTree.Entries) {
            var type = text(item, "type").map(Written::text).orElse("volume");
            text(item, "target")
                    .ifPresent(target -> add(
                            target.text(),
                            kind(type),
                            text(item, "source").map(Written::text),
                            item.at("volume", "subpath").isPresent(),
                            target.origin()));
        } else {
            text(item).ifPresent(this::readShort);
        }
    }

    private static Mount.Kind kind(String type) {
        return switch (type) {
            case "bind" -> Mount.Kind.HOST_FOLDER;
            case "tmpfs" -> Mount.Kind.TEMPORARY;
            default -> Mount.Kind.VOLUME;
        };
    }

    /// `[SOURCE:]PATH[:MODE]`; a source that looks like a path is one.
    private void readShort(Written text) {
        var parts = text.text().split(":(?![^{]*})", -1);
        if (parts.length == 1 || !parts[1].startsWith("/")) {
            add(parts[0], Mount.Kind.VOLUME, Optional.empty(), false, text.origin());
            return;
        }
        var isPath = parts[0].startsWith(".")
                || parts[0].startsWith("/")
                || parts[0].startsWith("~")
                || parts[0].startsWith("$");
        var kind = isPath ? Mount.Kind.HOST_FOLDER : Mount.Kind.VOLUME;
        var origin =
                text.origin() instanceof Origin.InFile place ? place.plusColumns(parts[0].length() + 1) : text.origin();
        add(parts[1], kind, Optional.of(parts[0]), false, origin);
    }

    private void readTmpfs(Written text) {
        add(text.text().split(":", 2)[0], Mount.Kind.TEMPORARY, Optional.empty(), false, text.origin());
    }

    private void readStored(String key, StoredValues.Kind kind, String folder) {
        for (var item : service.tree().items(key)) {
            var name = text(item).or(() -> text(item, "source"));
            name.ifPresent(source -> {
                var target = text(item, "target").map(Written::text).orElse(source.text());
                var path = target.startsWith("/") ? target : folder + target;
                var reference = new Reference(kind, source.text(), Optional.empty(), false, source.origin());
                byPath.put(
                        path,
                        new Mount(
                                path,
                                Mount.Kind.STORED_VALUES,
                                Optional.empty(),
                                false,
                                Optional.of(reference),
                                source.origin()));
            });
        }
    }

    private Optional<Written> text(YamlTree tree, String... path) {
        return service.values().text(tree, path);
    }

    private void add(String path, Mount.Kind kind, Optional<String> source, boolean isSubPath, Origin origin) {
        byPath.put(path, new Mount(path, kind, source, isSubPath, Optional.empty(), origin));
    }
}
