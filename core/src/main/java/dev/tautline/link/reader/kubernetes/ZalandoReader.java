package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.postgres.HbaFile;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a `postgresql` of Zalando's operator: the cluster, and the poolers that it asks for (operator's
/// documentation 1.15, "Cluster manifest reference").
final class ZalandoReader {
    static final String GROUP = "acid.zalan.do";

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
                    .addTo(
                            facts,
                            cluster.poolerSettings(field(cluster, "mode"), field(cluster, "maxDBConnections")),
                            field(cluster, "numberOfInstances"));
        }
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
