package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// The passwords of all accounts end after some days, those of services, too.
public final class PasswordsExpireByThemselves extends HarmfulValue<Integer> {
    public PasswordsExpireByThemselves() {
        super(Severity.HIGH, MySqlKeys.DEFAULT_PASSWORD_LIFETIME, days -> days > 0, "0");
    }

    @Override
    String headline(Integer value) {
        return "passwords end after " + value + " days (default_password_lifetime)";
    }

    @Override
    String consequence() {
        return "On a day that is in nobody's calendar each new connection of a service fails with 1862 \"Your password has"
                + " expired\", in all instances at once; ALTER USER … PASSWORD EXPIRE NEVER exempts the service's account.";
    }
}
