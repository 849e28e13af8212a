package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Without a word from outside the service runs as a developer would.
public final class DevelopmentProfileActive implements ClientRule {

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
        return client.profile().names().isEmpty() && client.workload().isEmpty()
                ? Rule.chosen(client.get(SpringKeys.PROFILES_ACTIVE), active -> judge(client, active))
                : Verdict.notApplicable("something outside chooses the profile");
    }

    private Verdict judge(Client client, Setting.Known<String> active) {
        return active.origin() instanceof Origin.InFile
                        && Profile.of(active.value().split("\\s*,\\s*", -1)).isDevelopment()
                ? Verdict.violation(applicationFinding(
                        client,
                        "profile '" + active.value() + "' is active unless somebody says otherwise",
                        "On the day on which SPRING_PROFILES_ACTIVE is missing or misspelt, the service"
                                + " starts with the settings of developers and looks healthy.",
                        new Edit.Remove(active.origin(), active.key().name()),
                        Evidence.of(active)))
                : Verdict.PASS;
    }
}
