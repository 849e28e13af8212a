package dev.tautline.spring;

import dev.tautline.agent.Agent;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// The agent itself. What feeds it and what shows it have their own configurations, each with its own conditions.
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "tautline.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TautlineProperties.class)
public final class TautlineAutoConfiguration {
    // Called by Spring.
    TautlineAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Agent tautlineAgent(TautlineProperties properties, Environment environment) {
        return Agent.forService(environment.getProperty("spring.application.name", "application"))
                .instance(InstanceName.of(properties, environment))
                .slow(properties.slow())
                .requestThreads(RequestThreads.of(environment))
                .applicationVersion(environment.getProperty("spring.application.version"))
                .build();
    }
}
