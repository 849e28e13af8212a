package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import java.util.Set;

/// TLS ends at the pooler; the way to the server is in clear.
public final class PoolerSendsInClear implements HopRule {
    private static final Set<String> STRICT = Set.of("require", "verify-ca", "verify-full");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(PgBouncerKeys.CLIENT_TLS_SSLMODE),
                front -> Rule.given(hop.get(PgBouncerKeys.SERVER_TLS_SSLMODE), back -> judge(hop, front, back)));
    }

    private Verdict judge(Hop hop, Setting.Known<String> front, Setting.Known<String> back) {
        var isRemote = hop.targets().stream()
                .flatMap(target -> target.address().stream())
                .anyMatch(address -> !address.isLoopback());
        if (!isRemote || !STRICT.contains(front.value()) || STRICT.contains(back.value())) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                hop,
                "clients must use TLS, but the way to the server may be in clear",
                "Passwords and orders are readable between pooler and server, where nobody looks for it.",
                new Edit.Decide(
                        back.isChosen() ? back.origin() : front.origin(),
                        "set server_tls_sslmode = verify-full with server_tls_ca_file"),
                back.isChosen() ? Evidence.of(back) : Evidence.of(front),
                back.isChosen() ? Evidence.of(front) : Evidence.of(back)));
    }
}
