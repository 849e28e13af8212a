package dev.tautline.store.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.store.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// Two lines to the database, each a pool behind a gate. Spring Boot makes the pool "buy" from `spring.datasource.*`;
/// everything that only reads goes through "browse", which is no default candidate so that nobody writes through it by
/// accident. A rush of visitors can empty the one and never the other.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    @ConfigurationProperties("chandlery.browse.datasource")
    DataSourceProperties browseProperties() {
        return new DataSourceProperties();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    @ConditionalOnBooleanProperty("chandlery.browse.own-pool")
    @ConfigurationProperties("chandlery.browse.datasource.hikari")
    HikariDataSource browseDataSource(@Qualifier("browse") DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean
    Line buyLine(
            HikariDataSource buy,
            GateProperties properties,
            @Value("${chandlery.resilient}") boolean resilient,
            MeterRegistry meters,
            ObservationRegistry observations) {
        return resilient ? gated("buy", buy, properties, meters, observations) : new Line("buy", buy);
    }

    /// A shop that is told not to degrade has one pool for everything, unless it is told to read elsewhere.
    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    Line browseLine(
            @Qualifier("browse") ObjectProvider<HikariDataSource> browse,
            Line buy,
            GateProperties properties,
            @Value("${chandlery.resilient}") boolean resilient,
            MeterRegistry meters,
            ObservationRegistry observations) {
        var pool = browse.getIfAvailable();
        if (pool == null) {
            return buy;
        }
        return resilient ? gated("browse", pool, properties, meters, observations) : new Line("browse", pool);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    JdbcClient browse(@Qualifier("browse") Line line) {
        return line.sql();
    }

    @Bean
    JdbcClient buy(Line line) {
        return line.sql();
    }

    @Bean
    PlatformTransactionManager transactionManager(Line line) {
        return new JdbcTransactionManager(line.dataSource());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("chandlery.resilient")
    SupervisedLoop buyLineLoop(Line line, GateProperties properties, InstantSource clock) {
        return new SupervisedLoop("buy-line-loop", properties.look(), line::look, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("chandlery.resilient")
    SupervisedLoop browseLineLoop(@Qualifier("browse") Line line, GateProperties properties, InstantSource clock) {
        return new SupervisedLoop("browse-line-loop", properties.look(), line::look, clock);
    }

    /// Jobs may take a quarter of a pool and administration half of it; the rest is the customers'.
    private static Line gated(
            String name,
            HikariDataSource pool,
            GateProperties properties,
            MeterRegistry meters,
            ObservationRegistry observations) {
        var width = pool.getMaximumPoolSize();
        Map<Lane, Gate.Limit> limits = new EnumMap<>(Lane.class);
        for (var lane : Lane.values()) {
            var most = switch (lane) {
                case BUY, BROWSE -> width;
                case ADMIN -> Math.max(1, width / 2);
                case JOBS -> Math.max(1, width / 4);
            };
            limits.put(lane, new Gate.Limit(most, properties.longestWait().of(lane)));
        }
        var gate = new Gate("the gate of line " + name, width, limits);
        meters.gauge("chandlery.gate.waiting", List.of(Tag.of("line", name)), gate, Gate::waitingCount);
        meters.gauge("chandlery.line.up", List.of(Tag.of("line", name)), gate, open -> open.isOpen() ? 1 : 0);
        return new Line(name, pool, gate, observations);
    }
}
