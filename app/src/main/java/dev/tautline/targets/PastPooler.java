package dev.tautline.targets;

import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Route;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgBouncerKeys;
import java.util.List;
import java.util.Optional;

/// The client as if it called the server behind a pooler itself: with its own login, to the address and database that
/// the pooler's line names.
final class PastPooler {
    private PastPooler() {}

    /// One client for each server that the pooler leads to.
    static List<Client> of(Route route, Hop pooler) {
        var client = route.client();
        return client.url()
                .map(url -> pooler.targetsFor(url.database()).stream()
                        .flatMap(target -> target.address().filter(HostPort::isResolved).stream()
                                .map(address -> calling(client, url, address, database(target, url))))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> database(HopTarget target, JdbcUrl url) {
        return target.get(PgBouncerKeys.DATABASES_DBNAME).knownValue().or(url::database);
    }

    private static Client calling(Client client, JdbcUrl url, HostPort address, Optional<String> database) {
        var past = new JdbcUrl(url.scheme(), List.of(address), database, url.parameters(), url.origin());
        return new Client(
                client.application(),
                client.dataSource(),
                client.poolPrefix(),
                client.pool(),
                client.urlText(),
                Optional.of(past),
                client.settings());
    }
}
