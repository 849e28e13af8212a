package dev.tautline.spring;

import dev.tautline.agent.Agent;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// Shows the agent's report through the Actuator, where the application exposes it.
@AutoConfiguration(after = TautlineAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(Agent.class)
public final class TautlineEndpointAutoConfiguration {
    // Called by Spring.
    TautlineEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(TautlineEndpoint.class)
    TautlineEndpoint tautlineEndpoint(Agent agent) {
        return new TautlineEndpoint(agent);
    }
}
