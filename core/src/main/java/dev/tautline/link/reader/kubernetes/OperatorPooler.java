package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Instances;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The PgBouncer that an operator puts before a cluster, in a Deployment and behind a Service of the same name.
record OperatorPooler(ManifestSet set, Manifest cluster, String name, String target) {
    private static final int PORT = 5432;

    /// @param written how many copies the cluster asks for; without it, that is the operator's own affair
    void addTo(Facts facts, Settings settings, Optional<Written> written) {
        var workload = new Workload(
                name,
                cluster.namespace(),
                set.unit(),
                Workload.Kind.DEPLOYMENT,
                set.stageOf(cluster),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Instances(
                        written.flatMap(Values::whole), 0, written.stream().toList()),
                Settings.EMPTY,
                cluster.origin());
        facts.workload(workload);
        facts.hop(new Hop(
                name,
                Hop.Kind.POOLER,
                Product.PGBOUNCER,
                ServiceReader.aliases(name, cluster.namespace()),
                Set.of(PORT),
                List.of(new HopTarget(
                        "*",
                        Optional.of(new HostPort(target, PORT, cluster.origin())),
                        Settings.EMPTY,
                        cluster.origin())),
                settings,
                Optional.of(workload),
                set.stageOf(cluster),
                cluster.origin()));
    }
}
