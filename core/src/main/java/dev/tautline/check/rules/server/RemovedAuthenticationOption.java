package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;

/// An option that newer servers do not know, and refuse to start with.
public final class RemovedAuthenticationOption implements ServerRule {
    private static final Version REMOVED = Version.of("8.4");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        var written = server.get(MySqlKeys.DEFAULT_AUTHENTICATION_PLUGIN).chosen();
        if (server.product() != Product.MYSQL || written.isEmpty()) {
            return Verdict.notApplicable("no default_authentication_plugin for MySQL");
        }
        var version = server.settings().versions().find(Product.MYSQL);
        if (version.isEmpty()) {
            return Verdict.undecided("the version of MySQL is not known");
        }
        return version.get().version().isAtLeast(REMOVED)
                ? violation(server, written.get(), version.get().version())
                : Verdict.PASS;
    }

    private Verdict violation(Server server, Setting.Known<String> written, Version version) {
        return Verdict.violation(finding(
                server,
                "MySQL " + version + " does not know default_authentication_plugin",
                "The server does not start: \"unknown variable 'default_authentication_plugin=" + written.value()
                        + "'\". It is found at the upgrade, when the old one is already stopped.",
                new Edit.Decide(
                        written.origin(),
                        "remove the line; authentication_policy takes its place, and mysql_native_password is switched on"
                                + " apart in 8.4 and gone in 9.0"),
                Evidence.of(written)));
    }
}
