package dev.tautline.spring;

import dev.tautline.agent.Agent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts servlet requests.
@AutoConfiguration(after = TautlineAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, OncePerRequestFilter.class, FilterRegistrationBean.class})
@ConditionalOnBean(Agent.class)
public final class TautlineWebAutoConfiguration {
    // Called by Spring.
    TautlineWebAutoConfiguration() {}

    @Bean
    FilterRegistrationBean<RequestFilter> tautlineRequestFilter(
            Agent agent, TautlineProperties properties, Environment environment) {
        List<String> ignored = new ArrayList<>(properties.ignoredPaths());
        ignored.add(environment.getProperty("management.endpoints.web.base-path", "/actuator") + "/**");
        FilterRegistrationBean<RequestFilter> registration =
                new FilterRegistrationBean<>(new RequestFilter(agent, properties.visitorCookie(), ignored));
        // Outermost, so that the time of all other filters counts; Spring Boot's own first filters have
        // HIGHEST_PRECEDENCE.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }
}
