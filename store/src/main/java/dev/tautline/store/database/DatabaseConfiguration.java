package dev.tautline.store.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two lines to the database. Spring Boot makes the pool "buy" from `spring.datasource.*`; the pool "browse" exists
/// when
/// `chandlery.browse.datasource.url` is set, and is no default candidate so that nobody writes through it by accident.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    @ConditionalOnProperty("chandlery.browse.datasource.url")
    @ConfigurationProperties("chandlery.browse.datasource")
    DataSourceProperties browseProperties() {
        return new DataSourceProperties();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    @ConditionalOnProperty("chandlery.browse.datasource.url")
    @ConfigurationProperties("chandlery.browse.datasource.hikari")
    HikariDataSource browseDataSource(@Qualifier("browse") DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    /// For reading the catalogue: the browse pool when there is one, else the buy pool.
    @Bean(defaultCandidate = false)
    @Qualifier("browse")
    JdbcClient browse(@Qualifier("browse") ObjectProvider<HikariDataSource> browse, DataSource buy) {
        DataSource chosen = browse.getIfAvailable();
        return JdbcClient.create(chosen == null ? buy : chosen);
    }

    @Bean
    JdbcClient buy(DataSource buy) {
        return JdbcClient.create(buy);
    }
}
