package dev.tautline.link.reader;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Platform;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives hops and servers what their place and their workload tell: the stage, and the names under which
/// they are reached.
final class NamesOfWorkloads {
    private final Platform platform;
    private final Places places;

    NamesOfWorkloads(Platform platform, Places places) {
        this.platform = platform;
        this.places = places;
    }

    Hop complete(Hop hop) {
        var workload = current(hop.workload());
        var byWorkload = workload.map(Workload::stage).orElse(hop.stage());
        var known = hop.known(places.stageOf(hop.origin(), byWorkload), names(workload), workload);
        return known.to(hop.targets().stream()
                .map(target -> target.fixed(isFixed(target, workload)))
                .toList());
    }

    /// Whether the name of a target stands for one written address where the hop runs.
    private boolean isFixed(HopTarget target, Optional<Workload> hop) {
        return target.address()
                .map(address -> address.host().toLowerCase(Locale.ROOT))
                .map(host -> platform.names().stream()
                        .filter(name -> hop.map(Workload::unit).equals(Optional.of(name.unit())))
                        .anyMatch(name -> name.aliases().contains(host) && name.hasFixedAddress()))
                .orElse(false);
    }

    Server complete(Server server) {
        var workload = current(server.workload());
        var byWorkload = workload.map(Workload::stage).orElse(server.stage());
        return server.known(places.stageOf(server.origin(), byWorkload), names(workload), workload);
    }

    /// The workload as it is known now; a format saw it before all files were read. One that is none of the
    /// platform's is known only to its server.
    private Optional<Workload> current(Optional<Workload> seen) {
        return seen.map(early -> platform.workloads().stream()
                .filter(early::isSameAs)
                .findFirst()
                .orElse(early));
    }

    private Set<String> names(Optional<Workload> workload) {
        return workload.stream()
                .flatMap(runs -> platform.names().stream()
                        .filter(name -> platform.behind(name).contains(runs))
                        .map(PublishedName::aliases)
                        .flatMap(Set::stream))
                .collect(Collectors.toSet());
    }
}
