package dev.tautline.store.catalog;

import dev.tautline.store.database.Line;
import dev.tautline.store.disk.DataDirectory;
import dev.tautline.store.loop.SupervisedLoop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("chandlery.resilient")
    CatalogueKeeper catalogueKeeper(
            @Qualifier("browse") Line line,
            DataDirectory directory,
            CatalogueProperties properties,
            JsonMapper json,
            InstantSource clock) {
        return new CatalogueKeeper(
                new SnapshotReader(line, clock),
                new SnapshotFile(directory.file("catalogue.snapshot"), json),
                properties.staleAfter(),
                clock);
    }

    @Bean
    Catalogue catalogue(ObjectProvider<CatalogueKeeper> keeper, @Qualifier("browse") JdbcClient browse) {
        var kept = keeper.getIfAvailable();
        return kept == null ? new DatabaseCatalogue(browse) : new KeptCatalogue(kept);
    }

    /// The first look is waited for when there is nothing on disk: a shop says it is ready when it has something to
    /// show.
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("chandlery.resilient")
    SupervisedLoop catalogueLoop(CatalogueKeeper keeper, CatalogueProperties properties, InstantSource clock) {
        if (keeper.asOf().isEmpty()) {
            keeper.refreshNow();
        }
        return new SupervisedLoop("catalogue-loop", properties.refresh(), keeper::refresh, clock);
    }

    /// Whether visitors can browse: asking costs no connection.
    @Bean
    HealthIndicator browseHealthIndicator(ObjectProvider<CatalogueKeeper> keeper, @Qualifier("browse") Line line) {
        return () -> {
            var kept = keeper.getIfAvailable();
            var asOf = kept == null ? Optional.<Instant>empty() : kept.asOf();
            var browsing = kept == null ? line.isUp() : asOf.isPresent();
            return (browsing ? Health.up() : Health.down())
                    .withDetail("line", line.isUp() ? "up" : "down")
                    .withDetail("asOf", asOf.map(Object::toString).orElse("live"))
                    .withDetail("stale", kept != null && kept.isStale())
                    .build();
        };
    }
}
