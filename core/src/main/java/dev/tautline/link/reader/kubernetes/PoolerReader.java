package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Instances;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a `Pooler` of the CloudNativePG operator: PgBouncer in front of one of a cluster's Services
/// (operator's documentation 1.29, "Connection Pooling").
final class PoolerReader {
    private static final int PORT = 5432;

    private final ManifestSet set;
    private final Facts facts;

    PoolerReader(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    void read(Manifest pooler) {
        var workload = workload(pooler);
        facts.workload(workload);
        facts.hop(new Hop(
                pooler.name(),
                Hop.Kind.POOLER,
                Product.PGBOUNCER,
                ServiceReader.aliases(pooler.name(), pooler.namespace()),
                Set.of(PORT),
                target(pooler),
                settings(pooler.tree()),
                Optional.of(workload),
                set.stageOf(pooler),
                pooler.origin()));
    }

    private static List<HopTarget> target(Manifest pooler) {
        var type = pooler.tree().text("spec", "type").map(Written::text).orElse("rw");
        return Values.field(pooler.tree(), "spec", "cluster", "name").stream()
                .filter(Written::isResolved)
                .map(cluster -> new HopTarget(
                        "*",
                        Optional.of(new HostPort(cluster.text() + "-" + type, PORT, cluster.origin())),
                        Settings.EMPTY,
                        cluster.origin()))
                .toList();
    }

    private static Settings settings(YamlTree tree) {
        var settings = Settings.builder(Versions.UNKNOWN);
        Values.field(tree, "spec", "pgbouncer", "poolMode")
                .ifPresent(mode -> settings.put(PgBouncerKeys.POOL_MODE, mode));
        tree.entries("spec", "pgbouncer", "parameters")
                .forEach((name, value) -> PgBouncerKeys.VOCABULARY
                        .find(name)
                        .ifPresent(key -> Values.field(value).ifPresent(written -> settings.put(key, written))));
        return settings.build();
    }

    /// The operator runs it as a Deployment of this name.
    private Workload workload(Manifest pooler) {
        var written = Values.field(pooler.tree(), "spec", "instances");
        var copies = written.isPresent() ? written.flatMap(Values::whole) : Optional.of(1);
        return new Workload(
                pooler.name(),
                pooler.namespace(),
                set.unit(),
                Workload.Kind.DEPLOYMENT,
                set.stageOf(pooler),
                Map.of("cnpg.io/poolerName", pooler.name()),
                List.of(),
                List.of(),
                List.of(),
                new Instances(copies, 0, written.map(List::of).orElse(List.of())),
                Settings.EMPTY,
                pooler.origin());
    }
}
