package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Anybody who asks learns which database it is and how it feels.
public final class HealthDetailsShownToAll implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        if (!(client.get(SpringKeys.MANAGEMENT_PORT) instanceof Setting.Unset<Integer>)) {
            return Verdict.notApplicable("management has a port of its own");
        }
        return Rule.chosen(
                client.get(SpringKeys.HEALTH_SHOW_DETAILS),
                details -> details.value().equals("always")
                        ? Verdict.violation(applicationFinding(
                                client,
                                "health shows its details to everybody",
                                "Whoever asks learns the kind of database, the paths of disks and the names of other"
                                        + " services, and sees at once whether an attack works.",
                                Edits.application(client, details.key(), "when-authorized"),
                                Evidence.of(details)))
                        : Verdict.PASS);
    }
}
