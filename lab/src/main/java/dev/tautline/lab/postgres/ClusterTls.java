package dev.tautline.lab.postgres;

import dev.tautline.lab.tls.Authority;
import dev.tautline.lab.tls.IssuedCertificate;
import dev.tautline.lab.tls.Validity;
import java.util.List;

/// What a [Cluster] that offers TLS goes by.
///
/// @param authority has signed the certificates of its nodes
/// @param hosts names and addresses by which clients reach the nodes, as the certificates have them
public record ClusterTls(Authority authority, List<String> hosts) {
    public ClusterTls {
        hosts = List.copyOf(hosts);
    }

    /// A certificate as a node should have.
    public IssuedCertificate usual() {
        return authority.issue(hosts, Validity.USUAL);
    }
}
