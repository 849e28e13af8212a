package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.List;

/// A password that came from elsewhere stands in a file now.
public final class PasswordNowInFile implements ClientChangeRule {
    private static final List<SettingKey<Secret>> KEYS = List.of(SpringKeys.DATASOURCE_PASSWORD, PgjdbcKeys.PASSWORD);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return KEYS.stream()
                .filter(key -> !isInFile(change.before().get(key)))
                .flatMap(key -> change.after().get(key).known().stream())
                .filter(password -> isInFile(password) && !password.value().isEmpty())
                .map(password -> finding(
                        change,
                        "a password stands in a file now: " + password.key(),
                        "Whoever can read the repository, its copies and its history can log in, and taking it away again"
                                + " leaves it in the history.",
                        "take it out before it is merged, and change the password if it was pushed",
                        Evidence.of(password)))
                .toList();
    }

    private static boolean isInFile(Setting<Secret> password) {
        return password.known()
                .map(known -> known.origin() instanceof Origin.InFile)
                .orElse(false);
    }
}
