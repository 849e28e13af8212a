package dev.tautline.check.rules.authentication;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Route;

/// The first rule that matches a client refuses it.
public final class HbaRuleRejectsClient implements RouteRule {
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
        return Login.of(route, login -> {
            var deciding = login.answers().stream()
                    .filter(answer -> !(answer instanceof Login.Answer.Nobody))
                    .toList();
            return deciding.stream()
                    .filter(answer -> deciding.stream().allMatch(HbaRuleRejectsClient::isRefusal))
                    .findFirst()
                    .map(answer -> violation(login, ((Login.Answer.By) answer).line()))
                    .orElse(Verdict.PASS);
        });
    }

    private static boolean isRefusal(Login.Answer answer) {
        return answer instanceof Login.Answer.By(var line) && line.method().equals("reject");
    }

    private Verdict violation(Login login, HbaLine line) {
        return Verdict.violation(finding(
                login.route(),
                "pg_hba.conf rejects " + login.user() + " before any other rule is looked at",
                "No connection opens: 28000 \"pg_hba.conf rejects connection\".",
                new Edit.Decide(line.origin(), "move the rule for " + login.user() + " above this one"),
                new Evidence("pg_hba.conf", line.type() + " … reject", line.origin()),
                ClientRule.url(login.route().client())));
    }
}
