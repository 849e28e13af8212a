package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import dev.tautline.lab.postgres.ClusterTls;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.tls.IssuedCertificate;
import java.util.function.Function;

/// What is done to the certificates of servers.
final class Certificates {
    private Certificates() {}

    /// Has a node show another certificate to new sessions; closing the answer gives it its own back.
    static Injection replace(Lab lab, String node, Function<ClusterTls, IssuedCertificate> other) {
        var server = lab.node(node);
        var former = server.certificate().orElseThrow();
        show(server, other.apply(lab.cluster().tls().orElseThrow()));
        return Injection.healedBy(() -> show(server, former));
    }

    /// Whether there is such a node, and it offers TLS.
    static Feasibility feasible(Lab lab, String node) {
        return lab.hasNode(node)
                .and(Feasibility.given(lab.cluster().tls().isPresent(), "the servers of this cluster offer no TLS"));
    }

    private static void show(Node server, IssuedCertificate certificate) {
        server.writeCertificate(certificate);
        Sql.reload(server);
    }
}
