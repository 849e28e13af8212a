package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A name in the configuration of PostgreSQL that no version of it has.
public final class UnknownServerSetting implements ServerRule {
    /// What makers of forks put before the names of settings of their own, none of which is listed here.
    private static final Pattern OF_A_FORK =
            Pattern.compile("(?i)(edb|gp|polar|gs|apg|aurora|rds|alloydb|ivorysql|yb|pgpro)_.*");

    private static final List<Vocabulary> OTHERS =
            List.of(PgBouncerKeys.VOCABULARY, MySqlKeys.VOCABULARY, PatroniKeys.VOCABULARY);

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
        var named = NamedSetting.of(server);
        return named.stream().anyMatch(one -> OF_A_FORK.matcher(one.name()).matches())
                ? Verdict.undecided("a fork of PostgreSQL has settings that are not known here")
                : Verdict.of(named.stream()
                        .filter(one -> PostgresName.find(one.name()).isEmpty())
                        .map(one -> finding(server, one))
                        .toList());
    }

    private Finding finding(Server server, NamedSetting named) {
        var other = product(named.name());
        var meant = PostgresName.nearest(named.name()).filter(name -> other.isEmpty());
        var found = finding(
                server,
                "PostgreSQL has no setting " + named.name()
                        + other.map(product -> "; it is one of " + product)
                                .or(() -> meant.map(name -> "; did you mean " + name + "?"))
                                .orElse(""),
                named.consequence(),
                meant.map(name -> renamed(named, name)).orElseGet(() -> new Edit.Remove(named.origin(), named.name())),
                new Evidence(named.name(), named.shown(), named.origin()));
        var isSlip = meant.filter(name -> Nearest.isSlip(named.name(), name)).isPresent();
        var weighed = found.withSeverity(severity(server, named, isSlip || other.isPresent()));
        return isSlip && named.isKey() ? weighed.mendedSafely() : weighed;
    }

    /// What resembles nothing may be a setting of a version that is newer than the list.
    private static Severity severity(Server server, NamedSetting named, boolean isSure) {
        if (named.isThroughPatroni()) {
            return Severity.HIGH;
        }
        if (isSure) {
            return Severity.CRITICAL;
        }
        return server.settings()
                        .versions()
                        .find(Product.POSTGRESQL)
                        .map(Versions.Detected::version)
                        .filter(UnknownServerSetting::isNewerThanTheList)
                        .isPresent()
                ? Severity.MEDIUM
                : Severity.HIGH;
    }

    private static boolean isNewerThanTheList(Version version) {
        return version.compareTo(Product.POSTGRESQL.newest()) > 0;
    }

    private static Optional<String> product(String name) {
        return OTHERS.stream()
                .flatMap(names -> names.find(name).stream())
                .map(key -> key.product().title())
                .findFirst();
    }

    private static Edit renamed(NamedSetting named, String name) {
        return named.isKey()
                ? new Edit.Rename(named.origin(), named.name(), name)
                : new Edit.Decide(named.origin(), "write " + name + " in place of " + named.name());
    }
}
