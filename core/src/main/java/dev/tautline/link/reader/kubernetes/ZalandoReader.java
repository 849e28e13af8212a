package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.postgres.HbaFile;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a `postgresql` of Zalando's operator: the cluster, and the poolers that it asks for (operator's
/// documentation 1.15, "Cluster manifest reference").
final class ZalandoReader {
    static final String GROUP = "acid.zalan.do";

    private static final int USUAL_PODS = 2;

    private final ManifestSet set;
    private final Facts facts;

    ZalandoReader(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    void read(Manifest manifest) {
        var cluster = new OperatorCluster(set, manifest, "Zalando's operator");
        var version = Values.field(cluster.spec(), "postgresql", "version");
        var settings = cluster.settings(version, new String[] {"postgresql", "parameters"});
        facts.server(cluster.server(settings, hba(manifest), "", "-repl"));
        pooler(cluster, "enableConnectionPooler", "-pooler", "");
        pooler(cluster, "enableReplicaConnectionPooler", "-pooler-repl", "-repl");
    }

    /// The section `connectionPooler` alone asks for the pooler of the primary, too.
    private void pooler(OperatorCluster cluster, String switchedBy, String ending, String target) {
        var isWanted = Values.field(cluster.spec(), switchedBy)
                .map(written -> written.text().equals("true"))
                .orElse(target.isEmpty()
                        && cluster.spec().at("connectionPooler").isPresent());
        if (isWanted) {
            var name = cluster.manifest().name();
            new OperatorPooler(set, cluster.manifest(), name + ending, name + target)
                    .addTo(facts, share(cluster), field(cluster, "numberOfInstances"));
        }
    }

    /// The operator divides the connections among the pods, and gives each pool half of a pod's share and a
    /// quarter in reserve (operator 1.15, `getConnectionPoolerEnvVars`).
    private static Settings share(OperatorCluster cluster) {
        var most = field(cluster, "maxDBConnections");
        var all = most.flatMap(Values::whole);
        var settings = Settings.builder(Versions.UNKNOWN)
                .putAll(cluster.poolerSettings(field(cluster, "mode"), Optional.empty()));
        if (most.isPresent() && all.isPresent()) {
            var pods = field(cluster, "numberOfInstances")
                    .flatMap(Values::whole)
                    .filter(count -> count > 0)
                    .orElse(USUAL_PODS);
            var ofPod = all.get() / pods;
            put(settings, PgBouncerKeys.MAX_DB_CONNECTIONS, ofPod, most.get());
            put(settings, PgBouncerKeys.DEFAULT_POOL_SIZE, ofPod / 2, most.get());
            put(settings, PgBouncerKeys.RESERVE_POOL_SIZE, ofPod / 4, most.get());
        }
        return settings.build();
    }

    private static void put(Settings.Builder settings, SettingKey<Integer> key, int value, Written at) {
        settings.put(key, Written.of(key.name(), String.valueOf(value), at.origin()));
    }

    private static Optional<Written> field(OperatorCluster cluster, String name) {
        return Values.field(cluster.spec(), "connectionPooler", name);
    }

    /// What is written here replaces the operator's own lines.
    private Optional<Server.Hba> hba(Manifest manifest) {
        var lines = manifest.tree().items("spec", "patroni", "pg_hba").stream()
                .filter(YamlTree.Scalar.class::isInstance)
                .map(line -> manifest.source().embedded((YamlTree.Scalar) line, Path.of("pg_hba.conf")))
                .map(line -> HbaFile.read(line, facts.problems()).lines())
                .flatMap(List::stream)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Server.Hba(lines, manifest.origin()));
    }
}
