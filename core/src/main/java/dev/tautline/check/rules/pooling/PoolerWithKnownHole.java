package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A security hole of this version of PgBouncer, opened by what is written.
public final class PoolerWithKnownHole implements HopRule {
    /// The first version without any of these holes.
    private static final String MENDED = "1.26.1";

    /// Versions from `first` up to, but without, `mended` have the hole where `opens` finds a setting.
    private record Hole(String id, String first, String mended, String what, Opening opens) {
        Optional<Setting.Known<?>> in(Hop hop, Version version) {
            return version.isAtLeast(Version.of(first)) && !version.isAtLeast(Version.of(mended))
                    ? opens.in(hop)
                    : Optional.empty();
        }
    }

    /// The setting with which a hole is open.
    private interface Opening {
        Optional<Setting.Known<?>> in(Hop hop);
    }

    private static final List<Hole> HOLES = List.of(
            new Hole(
                    "CVE-2021-3935",
                    "0",
                    "1.16.1",
                    "lets somebody on the way put SQL before a log-in by certificate",
                    hop -> authentication(hop, "cert")),
            new Hole(
                    "CVE-2025-2291",
                    "0",
                    "1.24.1",
                    "lets expired passwords in, for its own auth_query does not ask when they end",
                    PoolerWithKnownHole::ownQuery),
            new Hole(
                    "CVE-2026-107349",
                    "1.20.0",
                    MENDED,
                    "can be made to spin for ever by anybody who reaches its port",
                    PoolerWithKnownHole::ignoresWithoutOptions),
            new Hole(
                    "CVE-2026-107350",
                    "1.17.0",
                    MENDED,
                    "lets one user log in as another one, administrators included",
                    hop -> authentication(hop, "scram-sha-256")));

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        return hop.settings()
                .versions()
                .find(Product.PGBOUNCER)
                .map(found -> Verdict.of(HOLES.stream()
                        .flatMap(hole ->
                                hole.in(hop, found.version()).map(opened -> finding(hop, hole, opened, found)).stream())
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("the version of a PgBouncer is not known"));
    }

    private static Optional<Setting.Known<?>> authentication(Hop hop, String type) {
        return hop.get(PgBouncerKeys.AUTH_TYPE)
                .chosen()
                .filter(chosen -> chosen.value().equals(type))
                .map(chosen -> chosen);
    }

    private static Optional<Setting.Known<?>> ownQuery(Hop hop) {
        return hop.get(PgBouncerKeys.AUTH_QUERY) instanceof Setting.Unset<String>
                ? hop.get(PgBouncerKeys.AUTH_USER).chosen().map(user -> user)
                : Optional.empty();
    }

    private static Optional<Setting.Known<?>> ignoresWithoutOptions(Hop hop) {
        return hop.get(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS)
                .chosen()
                .filter(list -> !list.value().isBlank() && !names(list.value()).contains("options"))
                .map(list -> list);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toList());
    }

    private Finding finding(Hop hop, Hole hole, Setting.Known<?> opened, Versions.Detected found) {
        return finding(
                hop,
                "PgBouncer " + found.version() + " " + hole.what() + " (" + hole.id() + ")",
                "The pooler stands between everybody and the database: whoever gets past it, or stops it, has done so for"
                        + " every service behind it.",
                new Edit.Decide(found.origin(), "take PgBouncer " + MENDED + " or newer"),
                new Evidence("version", found.version().toString(), found.origin()),
                Evidence.of(opened));
    }
}
