package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LibpqProgram;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.LibpqKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A parameter in a URL `postgresql://…` that libpq does not have.
public final class UnknownLibpqParameter implements ClientRule {
    /// Parameters of their own that well-known clients take from such a URL: Prisma, node-postgres, postgres.js, pgx,
    /// SQLx, Npgsql's and Django's readers, ActiveRecord, Ecto.
    private static final Set<String> OF_OTHERS = Set.of(
            "async_fallback",
            "binary_parameters",
            "conn_health_checks",
            "conn_max_age",
            "connection_limit",
            "default_query_exec_mode",
            "description_cache_capacity",
            "encoding",
            "idle_timeout",
            "idletimeoutmillis",
            "krbspn",
            "max",
            "max_lifetime",
            "max_overflow",
            "ncharset",
            "pgbouncer",
            "pool",
            "pool_max_conn_idle_time",
            "pool_max_conn_lifetime",
            "pool_max_conns",
            "pool_min_conns",
            "pool_mode",
            "pool_pre_ping",
            "pool_recycle",
            "pool_size",
            "pool_timeout",
            "prepare_threshold",
            "prepared_statement_cache_size",
            "prepared_statements",
            "query_timeout",
            "reconnect",
            "schema",
            "schema_search_path",
            "search_path",
            "server_settings",
            "socket_timeout",
            "ssl",
            "sslaccept",
            "sslidentity",
            "statement_cache_capacity",
            "statement_cache_mode",
            "statement_cache_size",
            "statement-cache-capacity",
            "statement_timeout",
            "timezone",
            "uselibpqcompat",
            "variables");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return LibpqProgram.url(client).map(url -> verdict(client)).orElse(Verdict.notApplicable("no URL of libpq"));
    }

    private Verdict verdict(Client client) {
        var strays = client.settings().strays().stream()
                .filter(stray -> stray.product() == Product.LIBPQ)
                .toList();
        var found = strays.stream()
                .filter(stray -> LibpqProgram.isOne(client) || isSlip(stray) || isOfJdbc(stray))
                .map(stray -> finding(client, stray))
                .toList();
        return found.isEmpty() ? open(strays) : Verdict.of(found);
    }

    private static Verdict open(List<Settings.Stray> strays) {
        return strays.stream()
                .map(Settings.Stray::name)
                .filter(name -> !OF_OTHERS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> Verdict.undecided("whether the program's driver has the parameter " + name))
                .orElse(Verdict.PASS);
    }

    private static boolean isSlip(Settings.Stray stray) {
        return !OF_OTHERS.contains(stray.name().toLowerCase(Locale.ROOT))
                && meant(stray)
                        .filter(name -> Nearest.isSlip(stray.name(), name))
                        .isPresent();
    }

    private static boolean isOfJdbc(Settings.Stray stray) {
        return PgjdbcKeys.VOCABULARY.find(stray.name()).isPresent() && !OF_OTHERS.contains(stray.name());
    }

    private static Optional<String> meant(Settings.Stray stray) {
        return LibpqKeys.VOCABULARY.nearest(stray.name());
    }

    private Finding finding(Client client, Settings.Stray stray) {
        var written = stray.written();
        var meant = meant(stray);
        return finding(
                client,
                "libpq has no parameter " + stray.name()
                        + (isOfJdbc(stray)
                                ? "; it is one of pgjdbc"
                                : meant.map(name -> "; did you mean " + name + "?")
                                        .orElse("")),
                "Programs that use libpq (psql, psycopg, PHP, Ruby) refuse the URL: \"invalid URI query parameter\". Drivers"
                        + " of other makes send the name to the server, which refuses the log-in, or pass over it without a"
                        + " word.",
                meant.<Edit>map(name -> new Edit.Rename(written.origin(), stray.name(), name))
                        .orElseGet(() -> new Edit.Remove(written.origin(), stray.name())),
                new Evidence(stray.name(), "a value that nothing reads", written.origin()));
    }
}
