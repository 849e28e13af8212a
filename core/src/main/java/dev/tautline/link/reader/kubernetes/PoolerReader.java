package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Instances;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
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
    /// What the operator sets where the pooler does not (operator's `pkg/management/pgbouncer/config/config.go`).
    private static final Map<String, String> OPERATORS_DEFAULTS = Map.of(
            "auth_type", "hba",
            "client_tls_sslmode", "prefer",
            "server_tls_sslmode", "verify-ca",
            "ignore_startup_parameters", "extra_float_digits,options",
            "log_stats", "0");
    /// What the operator sets in any case.
    private static final Map<String, String> OPERATORS_OWN =
            Map.of("listen_addr", "*", "listen_port", String.valueOf(PORT), "admin_users", "pgbouncer");

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
        OPERATORS_DEFAULTS.forEach((name, value) -> put(settings, name, operators(name, value)));
        Values.field(tree, "spec", "pgbouncer", "poolMode")
                .ifPresent(mode -> settings.put(PgBouncerKeys.POOL_MODE, mode));
        tree.entries("spec", "pgbouncer", "parameters")
                .forEach((name, value) ->
                        Values.field(value).ifPresent(written -> put(settings, name, withOperators(name, written))));
        OPERATORS_OWN.forEach((name, value) -> put(settings, name, operators(name, value)));
        return settings.build();
    }

    private static void put(Settings.Builder settings, String name, Written value) {
        PgBouncerKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, value));
    }

    private static Written operators(String name, String value) {
        return Written.of(
                name,
                value,
                new Origin.DocumentedDefault(
                        Product.CLOUD_NATIVE_PG.title(),
                        Product.CLOUD_NATIVE_PG.newest().toString()));
    }

    /// The operator puts its own list of ignored parameters before the pooler's.
    private static Written withOperators(String name, Written written) {
        return name.equals(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS.name())
                ? new Written(
                        written.key(),
                        OPERATORS_DEFAULTS.get(name) + "," + written.text(),
                        written.origin(),
                        written.unresolved())
                : written;
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
