package dev.tautline.check.rules.authentication;

import dev.tautline.check.Rule;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A client that logs in to a PostgreSQL server on its own, without a pooler in between, and which rule of the
/// server's `pg_hba.conf` decides about it.
record Login(Route route, Server server, Server.Hba hba, String user, String database, List<Boolean> withTls) {
    /// What the rules say to one attempt.
    sealed interface Answer {
        /// The first rule that matches.
        record By(HbaLine line) implements Answer {}

        /// No rule matches, which is a refusal.
        record Nobody() implements Answer {}

        /// It depends on something that cannot be seen.
        record Open(HbaLine line) implements Answer {}
    }

    /// Judges the log-in of a route; without rules or a known user there is nothing to judge.
    static Verdict of(Route route, Function<Login, Verdict> judgement) {
        var isPooled = route.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.POOLER);
        if (isPooled || route.servers().size() != 1) {
            return Verdict.notApplicable("a pooler logs in, or no single server is known");
        }
        var server = route.servers().getFirst();
        return server.hba()
                .map(hba -> user(route.client())
                        .map(user -> Rule.given(
                                route.client().get(PgjdbcKeys.SSL_MODE),
                                mode -> judgement.apply(new Login(
                                        route, server, hba, user, database(route, user), attempts(server, mode)))))
                        .orElseGet(() -> Verdict.undecided(
                                "the user of " + route.client().label() + " is not known")))
                .orElseGet(() -> Verdict.notApplicable("no pg_hba.conf"));
    }

    /// The answers to all attempts that the driver makes, in order.
    List<Answer> answers() {
        return withTls.stream().map(this::answer).toList();
    }

    private Answer answer(boolean tls) {
        for (var line : hba.lines()) {
            var matches = new HbaMatch(this, tls).of(line);
            if (matches.isEmpty()) {
                return new Answer.Open(line);
            }
            if (matches.get()) {
                return new Answer.By(line);
            }
        }
        return new Answer.Nobody();
    }

    private static Optional<String> user(Client client) {
        return client.get(SpringKeys.DATASOURCE_USERNAME)
                .knownValue()
                .or(() -> client.get(PgjdbcKeys.USER).knownValue());
    }

    private static String database(Route route, String user) {
        return route.client().url().flatMap(JdbcUrl::database).orElse(user);
    }

    /// With `prefer` and `allow` the driver tries both ways; a server whose TLS is off only knows one.
    private static List<Boolean> attempts(Server server, Setting.Known<String> mode) {
        var offers = server.get(PostgresKeys.SSL).knownValue().orElse(true);
        return switch (mode.value()) {
            case "disable" -> List.of(false);
            case "allow", "prefer" -> offers ? List.of(true, false) : List.of(false);
            default -> List.of(true);
        };
    }
}
