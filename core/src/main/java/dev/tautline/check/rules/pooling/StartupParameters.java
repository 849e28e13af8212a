package dev.tautline.check.rules.pooling;

import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What pgjdbc asks for in its start-up message, and whether PgBouncer passes it on.
final class StartupParameters {
    /// Tracked by every PgBouncer since 1.20 (manual, `track_extra_parameters`).
    private static final Set<String> TRACKED =
            Set.of("application_name", "client_encoding", "datestyle", "standard_conforming_strings", "timezone");

    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)([\\w.-]+)=");

    /// One parameter of the server, and the driver's property that asks for it.
    record Wanted(String name, Setting.Known<String> by) {
        boolean isInOptions() {
            return by.key().equals(PgjdbcKeys.OPTIONS);
        }
    }

    /// What becomes of a parameter that a server session does not keep.
    enum Fate {
        /// PgBouncer takes the log-in, and the parameter is gone.
        DROPPED,
        /// PgBouncer refuses the log-in.
        REJECTED
    }

    private StartupParameters() {}

    /// Judges a route by the parameters that meet such a fate.
    static Verdict judge(Route route, Fate fate, BiFunction<PooledRoute, Wanted, Finding> finding) {
        return PooledRoute.of(
                route,
                pooled -> Rule.given(
                        pooled.get(PgBouncerKeys.TRACK_EXTRA_PARAMETERS),
                        tracked -> ignored(
                                pooled.get(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS),
                                ignored -> Verdict.of(of(pooled.client()).stream()
                                        .filter(wanted -> !isTracked(wanted, tracked.value()))
                                        .filter(wanted -> isIgnored(wanted, ignored) == (fate == Fate.DROPPED))
                                        .map(wanted -> finding.apply(pooled, wanted))
                                        .distinct()
                                        .toList()))));
    }

    /// The way out of both fates: the role has the setting, whichever session it gets.
    static Edit forTheRole(Wanted wanted) {
        return new Edit.Decide(
                wanted.by().origin(),
                "take " + wanted.by().key().name() + " out of the URL and set " + wanted.name()
                        + " for the role: ALTER ROLE … SET " + wanted.name() + " = …");
    }

    static Evidence[] read(PooledRoute pooled, Wanted wanted) {
        return new Evidence[] {
            Evidence.of(wanted.by()),
            new Evidence("pooler", pooled.hop().label(), pooled.hop().origin())
        };
    }

    private static Verdict ignored(Setting<String> list, Function<String, Verdict> judgement) {
        return list instanceof Setting.Unset<String>
                ? judgement.apply("")
                : Rule.given(list, known -> judgement.apply(known.value()));
    }

    private static List<Wanted> of(Client client) {
        var wanted = new ArrayList<Wanted>();
        client.get(PgjdbcKeys.CURRENT_SCHEMA)
                .chosen()
                .ifPresent(schema -> wanted.add(new Wanted("search_path", schema)));
        client.get(PgjdbcKeys.OPTIONS)
                .chosen()
                .ifPresent(options -> OPTION.matcher(options.value())
                        .results()
                        .forEach(option -> wanted.add(new Wanted(name(option.group(1)), options))));
        return List.copyOf(wanted);
    }

    /// Whether the pooler keeps the parameter with the client's sessions.
    private static boolean isTracked(Wanted wanted, String tracked) {
        return TRACKED.contains(wanted.name()) || names(tracked).contains(wanted.name());
    }

    /// Whether the pooler drops the parameter without a word.
    private static boolean isIgnored(Wanted wanted, String ignored) {
        return names(ignored).contains(wanted.name())
                || (wanted.isInOptions() && names(ignored).contains("options"));
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1)).map(StartupParameters::name).collect(Collectors.toSet());
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
