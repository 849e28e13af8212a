package dev.tautline.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.agent.Agent;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Health of the line itself, not of the pool: a pool that is merely busy must not take an instance out of service.
@AutoConfiguration(after = {TautlineDataSourceAutoConfiguration.class, DataSourceAutoConfiguration.class})
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class, HikariDataSource.class})
@ConditionalOnBean({Agent.class, HikariDataSource.class})
public final class TautlineHealthAutoConfiguration {
    // Called by Spring.
    TautlineHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnEnabledHealthIndicator("database-outside-pool")
    @ConditionalOnMissingBean(name = "databaseOutsidePoolHealthIndicator")
    DatabaseOutsidePoolHealthIndicator databaseOutsidePoolHealthIndicator(
            Agent agent, TautlineProperties properties, Map<String, HikariDataSource> pools) {
        Map<String, ConnectionCheck> checks = new LinkedHashMap<>();
        pools.forEach((name, pool) -> checks.put(
                name,
                new ConnectionCheck(
                        agent.connectionTest(pool, properties.connectTimeout()),
                        properties.healthCacheTime(),
                        InstantSource.system())));
        return new DatabaseOutsidePoolHealthIndicator(checks);
    }
}
