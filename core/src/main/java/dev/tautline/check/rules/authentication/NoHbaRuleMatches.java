package dev.tautline.check.rules.authentication;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import java.util.List;

/// No rule of the server lets a client in.
public final class NoHbaRuleMatches implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        return Login.of(
                route,
                login -> login.answers().stream().allMatch(Login.Answer.Nobody.class::isInstance)
                        ? Verdict.violation(finding(
                                route,
                                "no rule of pg_hba.conf lets " + login.user() + " into " + login.database()
                                        + how(login),
                                "No connection opens: 28000 \"no pg_hba.conf entry for host\".",
                                new Edit.Decide(
                                        login.hba().origin(),
                                        "add: hostssl " + login.database() + " " + login.user()
                                                + " NETWORK scram-sha-256, with the network of the clients"),
                                new Evidence(
                                        "pg_hba.conf",
                                        login.hba().lines().size() + " rules",
                                        login.hba().origin()),
                                ClientRule.url(route.client())))
                        : open(login));
    }

    private static String how(Login login) {
        return login.withTls().equals(List.of(false))
                ? " without TLS"
                : login.withTls().equals(List.of(true)) ? " with TLS" : "";
    }

    private static Verdict open(Login login) {
        return login.answers().stream()
                .filter(Login.Answer.Open.class::isInstance)
                .findFirst()
                .map(answer -> Verdict.undecided("whether a rule of pg_hba.conf matches depends on from where "
                        + login.user() + " comes, or on groups and files"))
                .orElse(Verdict.PASS);
    }
}
