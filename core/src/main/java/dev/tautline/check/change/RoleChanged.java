package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.SpringKeys;
import java.util.List;

/// The client logs in as another role.
public final class RoleChanged implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return List.of(SpringKeys.DATASOURCE_USERNAME, PgjdbcKeys.USER).stream()
                .flatMap(key -> change.both(key).stream())
                .filter(role -> role.before().isChosen() && role.after().isChosen())
                .map(role -> finding(
                        change,
                        "the client logs in as another role (" + role.after().key() + ")",
                        "The role needs the same rights, settings, connection limit and line of pg_hba.conf on every"
                                + " server; what lacks one fails only where it is used.",
                        "prove the role from where the service runs: taut probe --user",
                        new Evidence(
                                role.after().key().name(),
                                "another one",
                                role.after().origin()),
                        new Evidence(
                                "before: " + role.before().key().name(),
                                "the one before",
                                role.before().origin())))
                .toList();
    }
}
