package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// The time for all hosts is over before the first one is given up.
public final class LoginTimeoutEndsBeforeSecondHost implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> url.hosts().size() < 2
                        ? Verdict.notApplicable("one host")
                        : Rule.chosen(
                                client.get(PgjdbcKeys.LOGIN_TIMEOUT),
                                login -> Rule.given(
                                        client.get(PgjdbcKeys.CONNECT_TIMEOUT),
                                        connect -> judge(client, login, connect))));
    }

    private Verdict judge(Client client, Setting.Known<Duration> login, Setting.Known<Duration> connect) {
        var isLater = connect.value().isPositive() && connect.value().compareTo(login.value()) < 0;
        return isLater || login.value().isZero()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "loginTimeout (" + Words.of(login.value()) + ") is over before the first host is given up ("
                                + (connect.value().isZero() ? "never" : Words.of(connect.value())) + ")",
                        "When the first host vanishes without a word, the attempt ends before the driver"
                                + " turns to the second: the fail-over in the URL does not happen, or only now and then.",
                        Edits.driver(
                                client,
                                connect.key(),
                                String.valueOf(Math.max(1, login.value().toSeconds() / 3))),
                        Evidence.of(login),
                        Evidence.of(connect)));
    }
}
