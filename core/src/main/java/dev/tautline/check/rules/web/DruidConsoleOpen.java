package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Druid's console is served with no password, or with one that everybody tries.
public final class DruidConsoleOpen implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(
                client.get(SpringKeys.DRUID_STAT_VIEW_ENABLED),
                enabled -> enabled.value() ? judge(client, enabled) : Verdict.PASS);
    }

    private Verdict judge(Client client, Setting.Known<Boolean> enabled) {
        var password = client.get(SpringKeys.DRUID_STAT_VIEW_PASSWORD);
        if (password instanceof Setting.Unresolved<Secret>) {
            return Rule.given(password, any -> Verdict.PASS);
        }
        var user = client.get(SpringKeys.DRUID_STAT_VIEW_USERNAME).knownValue().orElse("");
        var isOpen = password.knownValue()
                .map(secret -> secret.reveal().isEmpty() || GuessablePasswords.contains(secret.reveal(), user))
                .orElse(true);
        return isOpen ? Verdict.violation(finding(client, enabled)) : Verdict.PASS;
    }

    private Finding finding(Client client, Setting.Known<Boolean> enabled) {
        return applicationFinding(
                client,
                "Druid's console is served, and its password is missing or one that everybody tries",
                "Whoever opens it reads all SQL with its values, and the sessions of everybody who is logged in.",
                Edits.application(client, enabled.key(), "false"),
                Evidence.of(enabled));
    }
}
