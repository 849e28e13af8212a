package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import java.util.Optional;
import java.util.TreeSet;

/// The name that a client calls is not one of those in the certificate that answers.
public final class CertificateForAnotherHost implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(Routes.of(link).stream()
                .filter(CertificateForAnotherHost::comparesNames)
                .flatMap(route -> shown(link, route)
                        .filter(use -> !use.file().first().isFor(route.address().host()))
                        .map(use -> finding(route, use))
                        .stream())
                .distinct()
                .toList());
    }

    private static boolean comparesNames(Route route) {
        return route.client().callsPostgres()
                && route.client()
                        .get(PgjdbcKeys.SSL_MODE)
                        .chosen()
                        .filter(mode -> mode.value().equals("verify-full"))
                        .isPresent();
    }

    /// A pooler ends TLS itself; other proxies pass it on to the server.
    private static Optional<CertificateUse> shown(Link link, Route route) {
        var pooler = route.hops().stream().findFirst().filter(hop -> hop.product() == Product.PGBOUNCER);
        if (pooler.isPresent()) {
            return CertificateUse.shownBy(link, pooler.get());
        }
        return route.isCertain() && route.servers().size() == 1
                ? CertificateUse.of(link, route.servers().getFirst())
                : Optional.empty();
    }

    private Finding finding(Route route, CertificateUse use) {
        var hosts = new TreeSet<>(use.file().first().hosts());
        var found = finding(
                route.client().label(),
                "the certificate is for " + String.join(", ", hosts) + ", not for "
                        + route.address().host(),
                "No connection opens: \"The hostname " + route.address().host()
                        + " could not be verified\", although server, network and password are well.",
                new Edit.Decide(
                        route.client().urlText().origin(),
                        "call the server by a name of its certificate, or have one made for this name"),
                ClientRule.url(route.client()),
                new Evidence(
                        "certificate",
                        String.join(", ", hosts),
                        use.file().first().origin()));
        return at(route.client().stage(), found);
    }
}
