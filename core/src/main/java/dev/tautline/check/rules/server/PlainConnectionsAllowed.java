package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Optional;

/// A database of a cloud that was told to take connections without TLS.
public final class PlainConnectionsAllowed implements ServerRule {
    private static final String BOTH = "ALLOW_UNENCRYPTED_AND_ENCRYPTED";

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return off(server, ManagedDatabaseKeys.FORCE_SSL)
                .or(() -> off(server, ManagedDatabaseKeys.REQUIRE_SSL))
                .or(() -> server.get(ManagedDatabaseKeys.SSL_MODE)
                        .chosen()
                        .filter(mode -> mode.value().equals(BOTH)))
                .map(read -> Verdict.violation(finding(
                        server,
                        "the database takes connections without TLS",
                        "A client that forgets TLS is not refused: its password and its rows cross the network readable.",
                        new Edit.Decide(read.origin(), "require TLS, once no client connects without it"),
                        Evidence.of(read))))
                .orElse(Verdict.notApplicable("nothing allows connections without TLS"));
    }

    private static Optional<Setting.Known<?>> off(Server server, SettingKey<Boolean> key) {
        return server.get(key).chosen().filter(flag -> !flag.value()).map(flag -> flag);
    }
}
