package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.Facts;
import java.util.Optional;

/// Reads a `PostgresCluster` of Crunchy Data's operator: the cluster, and the pooler that it asks for (operator's
/// documentation 5.8, "PostgresCluster", and its CRD reference).
final class CrunchyReader {
    static final String GROUP = "postgres-operator.crunchydata.com";

    private final ManifestSet set;
    private final Facts facts;

    CrunchyReader(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    /// The lines of its `pg_hba.conf` are joined with the operator's own, which are not here.
    void read(Manifest manifest) {
        var cluster = new OperatorCluster(set, manifest, "Crunchy Data's operator");
        var settings = cluster.settings(
                Values.field(cluster.spec(), "postgresVersion"),
                new String[] {"patroni", "dynamicConfiguration", "postgresql", "parameters"},
                new String[] {"config", "parameters"});
        facts.server(cluster.server(settings, Optional.empty(), "-primary", "-replicas", "-ha"));
        if (cluster.spec().at("proxy", "pgBouncer").isPresent()) {
            var pooler = cluster.poolerSettings(
                    Optional.empty(), Optional.empty(), "proxy", "pgBouncer", "config", "global");
            new OperatorPooler(set, manifest, manifest.name() + "-pgbouncer", manifest.name() + "-primary")
                    .addTo(facts, pooler, Values.field(cluster.spec(), "proxy", "pgBouncer", "replicas"));
        }
    }
}
