package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import java.util.Optional;

/// A setting of PostgreSQL that the version which runs does not have any more, or not yet.
public final class SettingOfOtherServerVersion implements ServerRule {
    /// No older version gets fixes (postgresql.org, "Versioning Policy").
    private static final Version OLDEST_SUPPORTED = Version.of("14");

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
        if (server.product() != Product.POSTGRESQL) {
            return Verdict.notApplicable("not PostgreSQL");
        }
        var version = server.settings().versions().find(Product.POSTGRESQL);
        var found = NamedSetting.of(server).stream()
                .flatMap(named -> PostgresName.find(named.name()).stream()
                        .flatMap(name -> judge(server, named, name, version).stream()))
                .toList();
        return found.isEmpty() && version.isEmpty() && isOpen(server)
                ? Verdict.undecided("the version of PostgreSQL is not known")
                : Verdict.of(found);
    }

    /// Some supported versions have the setting, and some have it no more.
    private static boolean isOpen(Server server) {
        return NamedSetting.of(server).stream()
                .flatMap(named -> PostgresName.find(named.name()).stream())
                .anyMatch(name -> name.gone().isPresent());
    }

    private Optional<Finding> judge(
            Server server, NamedSetting named, PostgresName name, Optional<Versions.Detected> version) {
        return version.isPresent()
                ? version.filter(found -> !name.isIn(found.version())).map(found -> finding(server, named, name, found))
                : name.gone()
                        .filter(OLDEST_SUPPORTED::isAtLeast)
                        .map(gone -> finding(
                                        server,
                                        "PostgreSQL has no " + name.name() + " since version " + gone,
                                        named.consequence(),
                                        instead(named, name),
                                        new Evidence(named.name(), named.shown(), named.origin()))
                                .withSeverity(Severity.MEDIUM));
    }

    private Finding finding(Server server, NamedSetting named, PostgresName name, Versions.Detected version) {
        var isTooNew = !version.version().isAtLeast(name.since());
        var found = finding(
                server,
                "PostgreSQL " + version.version() + " has no " + name.name()
                        + (isTooNew
                                ? "; it came with " + name.since()
                                : "; it went with " + name.gone().orElseThrow()),
                named.consequence(),
                isTooNew
                        ? new Edit.Decide(
                                named.origin(),
                                "remove " + named.name() + ", or run PostgreSQL " + name.since() + " or newer")
                        : instead(named, name),
                new Evidence(named.name(), named.shown(), named.origin()),
                new Evidence("PostgreSQL", version.version().text(), version.origin()));
        return named.isThroughPatroni() ? found.withSeverity(Severity.HIGH) : found;
    }

    private static Edit instead(NamedSetting named, PostgresName name) {
        return new Edit.Decide(
                named.origin(),
                "remove " + named.name()
                        + name.instead()
                                .map(other -> "; " + other + " takes its place")
                                .orElse(""));
    }
}
