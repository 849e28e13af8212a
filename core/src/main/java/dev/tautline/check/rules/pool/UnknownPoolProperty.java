package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Vocabulary;
import java.util.Map;
import java.util.Optional;

/// A key that neither the framework nor the pool knows.
public final class UnknownPoolProperty implements ClientRule {
    /// Names of other pools and of Spring Boot 1, and what HikariCP calls the same thing.
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("maxactive", "maximumPoolSize"),
            Map.entry("maxpoolsize", "maximumPoolSize"),
            Map.entry("maxtotal", "maximumPoolSize"),
            Map.entry("poolsize", "maximumPoolSize"),
            Map.entry("minidle", "minimumIdle"),
            Map.entry("minpoolsize", "minimumIdle"),
            Map.entry("initialsize", "minimumIdle"),
            Map.entry("maxwait", "connectionTimeout"),
            Map.entry("validationquery", "connectionTestQuery"),
            Map.entry("idletime", "idleTimeout"),
            Map.entry("maxage", "maxLifetime"));

    /// What the factory of Commons DBCP 2 says of names of its first version.
    private static final Map<String, String> NAMES_SINCE_DBCP2 =
            Map.of("maxactive", "maxTotal", "maxwait", "maxWaitMillis", "removeabandoned", "removeAbandonedOnBorrow");

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
        return PoolView.of(
                client,
                PoolView.ALL,
                pool -> Verdict.of(client.settings().strays().stream()
                        .filter(stray -> stray.product() == Product.SPRING_BOOT
                                || stray.product() == pool.keys().product())
                        .filter(stray ->
                                isRefused(client) || !stray.written().text().isBlank())
                        .map(stray -> finding(client, stray))
                        .toList()));
    }

    private Finding finding(Client client, Settings.Stray stray) {
        var written = stray.written();
        var meant = meant(client, stray.name()).map(client::poolKey);
        var found = finding(
                client,
                written.key() + " is not a key of " + stray.product().title(),
                isRefused(client)
                        ? "The application does not start: whoever reads the file refuses a name that it does not know."
                        : "It is ignored without a word: the pool runs with its default, while the file says otherwise and"
                                + " everybody who reads it believes it.",
                meant.<Edit>map(name -> new Edit.Rename(written.origin(), written.key(), name))
                        .orElseGet(() -> new Edit.Remove(written.origin(), written.key())),
                new Evidence(written.key(), written.shown(), written.origin()));
        // What resembles nothing of the pool's was hardly meant to change it.
        return meant.isPresent() || isRefused(client) ? found : found.withSeverity(Severity.MEDIUM);
    }

    private static Optional<SettingKey<?>> meant(Client client, String name) {
        var names = client.pool().vocabulary().orElseThrow();
        return Optional.ofNullable(otherNames(client.pool()).get(Vocabulary.squash(name)))
                .or(() -> names.findRelaxed(name).map(SettingKey::name))
                .or(() -> names.nearest(name))
                .flatMap(names::find);
    }

    private static Map<String, String> otherNames(Pool pool) {
        return switch (pool) {
            case HIKARICP -> OTHER_NAMES;
            case DBCP2 -> NAMES_SINCE_DBCP2;
            case TOMCAT_JDBC, C3P0, DRUID, AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC, DROPWIZARD, NONE, OTHER ->
                Map.of();
        };
    }

    /// HikariCP's own file (`PropertyElf.setTargetFromProperties`), and any file of Dropwizard's.
    private static boolean isRefused(Client client) {
        return switch (client.application().framework()) {
            case DROPWIZARD -> true;
            case NONE, JAKARTA -> client.usesHikari();
            case SPRING_BOOT, QUARKUS, MICRONAUT, PLAY -> false;
        };
    }
}
