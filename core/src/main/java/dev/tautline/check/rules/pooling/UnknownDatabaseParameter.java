package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.LibpqKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.util.List;
import java.util.Optional;

/// A parameter in a line of `[databases]` that PgBouncer does not have there.
public final class UnknownDatabaseParameter implements HopRule {
    private static final String PREFIX = "databases.";

    private static final List<String> NAMES = PgBouncerKeys.VOCABULARY.keys().stream()
            .map(SettingKey::name)
            .filter(name -> name.startsWith(PREFIX))
            .map(name -> name.substring(PREFIX.length()))
            .toList();

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return hop.product() != Product.PGBOUNCER
                ? Verdict.notApplicable("not PgBouncer")
                : Verdict.of(hop.targets().stream()
                        .flatMap(target -> target.settings().strays().stream())
                        .distinct()
                        .map(stray -> finding(hop, stray))
                        .toList());
    }

    private Finding finding(Hop hop, Settings.Stray stray) {
        var name = stray.name();
        var written = stray.written();
        var meant = Nearest.to(name, NAMES).filter(any -> elsewhere(name).isEmpty());
        var isSure = elsewhere(name).isPresent()
                || meant.filter(near -> Nearest.isSlip(name, near)).isPresent();
        var found = finding(
                hop,
                "a line of [databases] has no parameter " + name
                        + meant.map(near -> "; did you mean " + near + "?").orElse(""),
                "PgBouncer does not start with this file (\"unrecognized connection parameter: " + name
                        + "\", \"cannot load config file\"): the next restart takes the way to the database away. A RELOAD"
                        + " stops there, too, and the old values stay in force.",
                new Edit.Decide(
                        written.origin(),
                        meant.map(near -> "write " + near + " in place of " + name)
                                .or(() -> elsewhere(name))
                                .orElse("remove " + name)),
                new Evidence(name, written.shown(), written.origin()));
        return isSure ? found : found.withSeverity(Severity.MEDIUM);
    }

    /// Where a name that is surely none of such a line has its place.
    private static Optional<String> elsewhere(String name) {
        if (name.equals("sslmode")) {
            return Optional.of("remove sslmode; the setting is server_tls_sslmode in [pgbouncer]");
        }
        if (PgBouncerKeys.VOCABULARY.find(name).isPresent()) {
            return Optional.of("move " + name + " to [pgbouncer]");
        }
        return LibpqKeys.VOCABULARY
                .find(name)
                .map(any -> "remove " + name + ", which libpq has and PgBouncer does not");
    }
}
