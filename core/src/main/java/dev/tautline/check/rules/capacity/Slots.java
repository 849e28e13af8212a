package dev.tautline.check.rules.capacity;

import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.function.Function;

/// The connections that a server grants to ordinary roles.
record Slots(Server server, Setting.Known<Integer> maximum, int usable) {
    /// Judges the slots of a server; what is reserved for others does not count. Where that is not known, too many
    /// are too many all the same.
    static Verdict of(Server server, Function<Slots, Verdict> judgement) {
        if (server.product() != Product.POSTGRESQL) {
            return Rule.given(
                    server.get(MySqlKeys.MAX_CONNECTIONS),
                    maximum -> judgement.apply(new Slots(server, maximum, maximum.value())));
        }
        return Rule.given(server.get(PostgresKeys.MAX_CONNECTIONS), maximum -> {
            var atMost = judgement.apply(new Slots(server, maximum, maximum.value()));
            return atMost instanceof Verdict.Violation && !isReserveKnown(server)
                    ? atMost
                    : Rule.given(
                            server.get(PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS),
                            superusers -> Rule.given(
                                    server.get(PostgresKeys.RESERVED_CONNECTIONS),
                                    reserved -> judgement.apply(new Slots(
                                            server,
                                            maximum,
                                            maximum.value() - superusers.value() - reserved.value()))));
        });
    }

    private static boolean isReserveKnown(Server server) {
        return server.get(PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS).known().isPresent()
                && server.get(PostgresKeys.RESERVED_CONNECTIONS).known().isPresent();
    }

    /// What `max_connections` must be for so many connections of ordinary roles.
    int maximumFor(int connections) {
        return connections + maximum.value() - usable;
    }

    /// The limit as evidence; a default is shown at the server.
    Evidence read() {
        return maximum.isChosen()
                ? Evidence.of(maximum)
                : new Evidence("max_connections", maximum.value() + ", by default", server.origin());
    }
}
