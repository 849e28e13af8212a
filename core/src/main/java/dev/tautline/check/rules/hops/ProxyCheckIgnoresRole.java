package dev.tautline.check.rules.hops;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;

/// HAProxy sends writes to any server that is alive, standbys included.
public final class ProxyCheckIgnoresRole implements RouteRule {
    private static final int POSTGRES_PORT = 5432;
    /// End points of Patroni that standbys answer, or that only they do (Patroni REST API, "Health check endpoints").
    private static final Pattern NOT_THE_PRIMARYS = Pattern.compile(
            "(?i)(?:^|.*\\s)(?<path>/(?:replica|read-only(?:-\\w+)?|sync(?:hronous)?|async(?:hronous)?|quorum|liveness|readiness"
                    + "|patroni))(?:[?\\s].*)?");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Route route) {
        return route.hops().stream()
                .filter(hop -> hop.product() == Product.HAPROXY)
                .filter(hop -> !ReadersOnly.says(hop.name())
                        && !ReadersOnly.says(route.client().dataSource()))
                .filter(ProxyCheckIgnoresRole::hasSeveralWriters)
                .findFirst()
                .map(hop -> judge(route, hop))
                .orElseGet(() -> Verdict.notApplicable("no HAProxy with several PostgreSQL servers"));
    }

    private static boolean hasSeveralWriters(Hop hop) {
        return hop.targets().stream()
                        .filter(target -> !target.get(HaproxyKeys.SERVER_BACKUP)
                                .knownValue()
                                .orElse(true))
                        .filter(target -> target.address()
                                .map(address -> address.port() == POSTGRES_PORT)
                                .orElse(false))
                        .count()
                > 1;
    }

    private Verdict judge(Route route, Hop hop) {
        var asked = hop.get(HaproxyKeys.OPTION_HTTPCHK)
                .known()
                .filter(check -> NOT_THE_PRIMARYS.matcher(check.value()).matches());
        var asksRole = hop.get(HaproxyKeys.OPTION_HTTPCHK).known().isPresent()
                || hop.get(HaproxyKeys.TCP_CHECK_EXPECT).known().isPresent()
                || hop.get(HaproxyKeys.OPTION_EXTERNAL_CHECK).known().isPresent();
        var onlyReads = route.client().get(HikariKeys.READ_ONLY).knownValue().orElse(false);
        if ((asksRole && asked.isEmpty()) || onlyReads) {
            return Verdict.PASS;
        }
        if (asked.isPresent()) {
            return Verdict.violation(wrongRole(route, hop, asked.get()));
        }
        return Verdict.violation(finding(
                route,
                hop.label() + " sends writes to any of " + hop.targets().size() + " servers that answers",
                "Orders that reach a standby fail with 25006 \"cannot execute INSERT in a read-only transaction\", at"
                        + " random, although every server is well.",
                new Edit.Decide(hop.origin(), "ask for the role: option httpchk OPTIONS /primary, and check port 8008"),
                new Evidence(hop.name(), hop.targets().size() + " servers, no check of the role", hop.origin()),
                ClientRule.url(route.client())));
    }

    private Finding wrongRole(Route route, Hop hop, Setting.Known<String> asked) {
        var path = NOT_THE_PRIMARYS.matcher(asked.value());
        var what = path.matches() ? path.group("path") : asked.value();
        return finding(
                route,
                hop.label() + " looks for servers with " + what + ", which is not the primary's, and writes go there",
                "Orders reach standbys and fail with 25006 \"cannot execute INSERT in a read-only transaction\", although"
                        + " every server is well.",
                new Edit.Decide(asked.origin(), "ask for the primary: option httpchk OPTIONS /primary"),
                Evidence.of(asked),
                ClientRule.url(route.client()));
    }
}
