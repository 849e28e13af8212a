package dev.tautline.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.agent.Agent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/// Observes every HikariCP data source bean before anybody can use it.
@AutoConfiguration(after = TautlineAutoConfiguration.class)
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnBean(Agent.class)
public final class TautlineDataSourceAutoConfiguration {
    // Called by Spring.
    TautlineDataSourceAutoConfiguration() {}

    // Static and with lazy arguments: a post-processor must not pull other beans in before they can be post-processed.
    @Bean
    static HikariPoolsPostProcessor tautlineHikariPools(
            ObjectProvider<Agent> agent,
            ObjectProvider<TautlineProperties> properties,
            ConfigurableEnvironment environment,
            ConfigurableListableBeanFactory beans) {
        return new HikariPoolsPostProcessor(
                agent, properties, new SpringOrigins(environment, beans), new MeterSharing(beans));
    }
}
