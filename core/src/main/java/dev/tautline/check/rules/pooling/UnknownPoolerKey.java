package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import java.util.Optional;

/// A key in `[pgbouncer]` that PgBouncer does not have.
public final class UnknownPoolerKey implements HopRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Verdict.of(hop.settings().strays().stream()
                .filter(stray -> stray.product() == Product.PGBOUNCER)
                .map(stray -> finding(hop, stray))
                .toList());
    }

    private Finding finding(Hop hop, Settings.Stray stray) {
        var written = stray.written();
        var meant = PgBouncerKeys.VOCABULARY.nearest(stray.name());
        var found = finding(
                hop,
                "PgBouncer has no setting " + stray.name(),
                "PgBouncer does not start with this file (\"unknown parameter: pgbouncer/" + stray.name()
                        + "\", \"cannot load config file\"): the next restart takes the way to the database away. A RELOAD"
                        + " stops there, too, and the old values stay in force.",
                edit(stray, meant),
                new Evidence(stray.name(), written.shown(), written.origin()));
        return isSurelyWrong(stray.name()) ? found : found.withSeverity(Severity.MEDIUM);
    }

    /// A slip of the pen, or a key of another section. Any other may be one of a version that is newer than the
    /// vocabulary.
    private static boolean isSurelyWrong(String name) {
        return PgBouncerKeys.VOCABULARY.find("databases." + name).isPresent()
                || PgBouncerKeys.VOCABULARY.keys().stream().anyMatch(key -> Nearest.isSlip(name, key.name()));
    }

    private static Edit edit(Settings.Stray stray, Optional<String> meant) {
        var origin = stray.written().origin();
        return meant.<Edit>map(name -> new Edit.Rename(origin, stray.name(), name))
                .orElseGet(() -> new Edit.Remove(origin, stray.name()));
    }
}
