package dev.tautline.check.rules.authentication;

import dev.tautline.check.ClientRule;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import java.util.stream.Stream;

/// Neither TLS nor the server's key: the password cannot be sent.
public final class PublicKeyNotRetrievable implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        if (!route.hops().isEmpty() || route.servers().size() != 1) {
            return Verdict.notApplicable("not straight to one known server");
        }
        var server = route.servers().getFirst();
        if (server.product() != Product.MYSQL) {
            return Verdict.notApplicable("not MySQL");
        }
        var version = server.settings().versions().find(Product.MYSQL);
        if (version.isEmpty()) {
            return Verdict.undecided("the server's version is not known");
        }
        if (!version.get().version().isAtLeast(Version.of("8.0"))) {
            return Verdict.notApplicable("before 8.0, log-ins do not need the key");
        }
        return makesOtherUsers(server)
                ? Verdict.undecided("the server's settings or first scripts may give the user another way to log in")
                : judgeClient(route, version.get());
    }

    private static boolean makesOtherUsers(Server server) {
        return Stream.of(MySqlKeys.DEFAULT_AUTHENTICATION_PLUGIN, MySqlKeys.MYSQL_NATIVE_PASSWORD)
                        .anyMatch(key -> !(server.get(key) instanceof Setting.Unset<String>))
                || server.workload()
                        .flatMap(DatabaseImage::of)
                        .map(DatabaseImage::hasInitScripts)
                        .orElse(true);
    }

    private Verdict judgeClient(Route route, Versions.Detected version) {
        return ClientRule.onConnectorJ(
                route.client(),
                url -> route.client().get(ConnectorJKeys.SERVER_RSA_PUBLIC_KEY_FILE) instanceof Setting.Unset<String>
                        ? Rule.given(
                                route.client().get(ConnectorJKeys.ALLOW_PUBLIC_KEY_RETRIEVAL),
                                allowed -> MySqlTls.given(
                                        route.client(),
                                        DriverKeys.CONNECTOR_J,
                                        tls -> judge(route, version, allowed, tls)))
                        : Verdict.PASS);
    }

    private Verdict judge(Route route, Versions.Detected version, Setting.Known<Boolean> allowed, MySqlTls tls) {
        return allowed.value() || tls.level() != MySqlTls.Level.OFF
                ? Verdict.PASS
                : Verdict.violation(finding(
                        route,
                        "without TLS and without the server's key, the password cannot be sent",
                        "The log-in fails with \"Public Key Retrieval is not allowed\". It may work while the server remembers"
                                + " the password, and fail at the first start after the server was restarted.",
                        new Edit.Remove(tls.said().origin(), tls.said().key().name()),
                        ClientRule.url(route.client()),
                        Evidence.of(tls.said()),
                        Evidence.of(allowed),
                        new Evidence("MySQL", version.version().toString(), version.origin())));
    }
}
