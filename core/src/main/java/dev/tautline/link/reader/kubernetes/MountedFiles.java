package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Hop;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import java.util.List;
import java.util.Set;

/// What configuration files in ConfigMaps and Secrets said belongs to the workload that mounts them.
final class MountedFiles {
    private final ManifestSet set;
    private final Facts facts;

    MountedFiles(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    void belongTo(Workload workload) {
        var files = mounted(workload);
        if (!files.isEmpty()) {
            facts.changeHops(hop -> isIn(files, hop.origin()) && hop.workload().isEmpty() ? with(hop, workload) : hop);
            facts.changeServers(server ->
                    isIn(files, server.origin()) && server.workload().isEmpty() ? with(server, workload) : server);
        }
    }

    private static Hop with(Hop hop, Workload workload) {
        return hop.known(workload.stage(), Set.of(), java.util.Optional.of(workload));
    }

    private static Server with(Server server, Workload workload) {
        return server.known(workload.stage(), Set.of(), java.util.Optional.of(workload));
    }

    private List<SourceText> mounted(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.mounts().stream())
                .flatMap(mount -> mount.reference().stream())
                .flatMap(reference -> set.manifests().stream()
                        .filter(manifest -> manifest.name().equals(reference.name())
                                && manifest.namespace().equals(workload.namespace())
                                && manifest.kind().equals(kind(reference.kind()))))
                .flatMap(EmbeddedFiles::of)
                .toList();
    }

    private static String kind(dev.tautline.link.StoredValues.Kind kind) {
        return switch (kind) {
            case CONFIG_MAP -> "ConfigMap";
            case SECRET -> "Secret";
        };
    }

    private static boolean isIn(List<SourceText> files, Origin origin) {
        return origin.place()
                .filter(place -> files.stream().anyMatch(file -> file.holds(place)))
                .isPresent();
    }
}
