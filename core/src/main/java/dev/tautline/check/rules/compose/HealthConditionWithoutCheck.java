package dev.tautline.check.rules.compose;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import java.util.Set;
import java.util.stream.Stream;

/// Something waits for the health of a database that has no check of it.
public final class HealthConditionWithoutCheck implements LinkRule {
    /// Their Dockerfiles hold no `HEALTHCHECK`.
    private static final Set<String> IMAGES = Set.of("postgres", "postgis", "mysql", "mariadb");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.platform().workloads().stream()
                .flatMap(client -> client.dependencies().stream()
                        .filter(needed -> needed.condition().equals("service_healthy"))
                        .flatMap(needed -> unchecked(link, client, needed)))
                .toList());
    }

    private Stream<Finding> unchecked(Link link, Workload client, Workload.Dependency needed) {
        return link.platform().workloads().stream()
                .filter(database ->
                        database.unit().equals(client.unit()) && database.name().equals(needed.name()))
                .filter(HealthConditionWithoutCheck::hasNoCheck)
                .map(database -> weighed(client, finding(client, needed, database)));
    }

    private static boolean hasNoCheck(Workload database) {
        return DatabaseImage.of(database)
                .map(DatabaseImage::container)
                .filter(container ->
                        container.probes().isEmpty() && container.build().isEmpty())
                .flatMap(container -> container.imageName())
                .map(IMAGES::contains)
                .orElse(false);
    }

    private static Finding weighed(Workload client, Finding finding) {
        return switch (client.stage()) {
            case LOCAL -> finding.withSeverity(Severity.MEDIUM);
            case DEVELOPMENT -> finding.withSeverity(Severity.LOW);
            case PRODUCTION, UNKNOWN -> finding;
        };
    }

    private Finding finding(Workload client, Workload.Dependency needed, Workload database) {
        return finding(
                client.label(),
                client.name() + " waits for the health of " + needed.name() + ", which has no healthcheck",
                "'docker compose up' ends with \"dependency failed to start: container … has no healthcheck configured\", and "
                        + client.name() + " is never started.",
                new Edit.Decide(database.origin(), "give " + needed.name() + " a healthcheck, such as pg_isready"),
                new Evidence("depends_on", needed.name() + ": " + needed.condition(), needed.origin()),
                new Evidence("healthcheck", "none", database.origin()));
    }
}
