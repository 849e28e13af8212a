package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Hop;
import dev.tautline.link.Server;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What configuration files in ConfigMaps and Secrets said belongs to the workload that mounts them.
final class MountedFiles {
    private final ManifestSet set;
    private final Facts facts;

    MountedFiles(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    /// Two overlays of one base mount the same file: each has a server or hop of its own.
    void belongTo(Workload workload) {
        var files = mounted(workload);
        var hops =
                facts.hops().stream().filter(hop -> isIn(files, hop.origin())).toList();
        var servers = facts.servers().stream()
                .filter(server -> isIn(files, server.origin()))
                .toList();
        facts.changeHops(hop -> hops.contains(hop) && hop.workload().isEmpty() ? with(hop, workload) : hop);
        facts.changeServers(
                server -> servers.contains(server) && server.workload().isEmpty() ? with(server, workload) : server);
        hops.stream()
                .filter(hop -> hop.workload().isPresent())
                .findFirst()
                .ifPresent(hop -> facts.hop(with(hop, workload)));
        servers.stream()
                .filter(server -> server.workload().isPresent())
                .findFirst()
                .ifPresent(server -> facts.server(with(server, workload)));
    }

    private static Hop with(Hop hop, Workload workload) {
        return hop.known(workload.stage(), Set.of(), Optional.of(workload));
    }

    private static Server with(Server server, Workload workload) {
        return server.known(workload.stage(), Set.of(), Optional.of(workload));
    }

    private List<SourceText> mounted(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.mounts().stream())
                .flatMap(mount -> mount.reference().stream())
                .flatMap(reference -> set.find(kind(reference.kind()), workload.namespace(), reference.name()).stream())
                .flatMap(EmbeddedFiles::of)
                .toList();
    }

    private static String kind(StoredValues.Kind kind) {
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
