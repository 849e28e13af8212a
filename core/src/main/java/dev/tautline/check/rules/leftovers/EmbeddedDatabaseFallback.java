package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Link;
import dev.tautline.settings.SpringKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Only a profile's name stands between production and a database in memory.
public final class EmbeddedDatabaseFallback implements LinkRule {
    /// What Spring Boot makes a database of where no URL is given (`EmbeddedDatabaseConnection` of 4.1).
    private static final List<String> EMBEDDED = List.of("h2", "hsqldb", "derby");

    private static final String BOOTS_OWN = "spring.datasource";

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .filter(EmbeddedDatabaseFallback::isOfProduction)
                .filter(client -> hasNoOther(link, client))
                .flatMap(client ->
                        library(client).map(library -> at(client.stage(), finding(client, library))).stream())
                .distinct()
                .toList());
    }

    private static boolean isOfProduction(Client client) {
        return client.application().framework() == Framework.SPRING_BOOT
                && client.dataSource().equals(BOOTS_OWN)
                && client.profile().isProduction()
                && client.url().filter(url -> !url.isEmbedded()).isPresent()
                && client.get(SpringKeys.DATASOURCE_EMBEDDED_CONNECTION)
                        .chosen()
                        .isEmpty();
    }

    /// Whether the plain configuration has no URL, and no workload is known that could name profile or URL.
    private static boolean hasNoOther(Link link, Client client) {
        return same(link, client)
                .allMatch(other ->
                        !other.profile().names().isEmpty() && other.workload().isEmpty());
    }

    private static Stream<Client> same(Link link, Client client) {
        return link.clients().stream()
                .filter(other -> other.service().equals(client.service())
                        && other.key().home().equals(client.key().home()));
    }

    private static Optional<String> library(Client client) {
        return EMBEDDED.stream().filter(client.libraries()::has).findFirst();
    }

    private Finding finding(Client client, String library) {
        return finding(
                client.label(),
                "without " + client.profile() + ", the service runs on a database in memory",
                "One variable that is missing or misspelt, and the service starts, says that it is ready, and keeps its orders"
                        + " in the memory of one process: the next restart deletes them.",
                new Edit.Decide(
                        client.urlText().origin(),
                        "take " + library
                                + " into the tests only, or set spring.datasource.embedded-database-connection"
                                + " to none in the plain configuration"),
                ClientRule.url(client),
                new Evidence("libraries", library, client.urlText().origin()));
    }
}
