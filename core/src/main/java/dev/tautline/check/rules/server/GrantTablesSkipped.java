package dev.tautline.check.rules.server;

import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// The server asks nobody for a password.
public final class GrantTablesSkipped extends HarmfulValue<Boolean> {
    public GrantTablesSkipped() {
        super(Severity.CRITICAL, MySqlKeys.SKIP_GRANT_TABLES, isSkipped -> isSkipped, "OFF");
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    String headline(Boolean value) {
        return "skip_grant_tables lets everybody in with all rights";
    }

    @Override
    String consequence() {
        return "Whoever is let through to the server reads, changes and drops everything; MySQL takes no connections over the network meanwhile from 8.0 on, so every service fails. The setting is for five minutes of a forgotten root password.";
    }
}
