package dev.tautline.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.agent.Agent;
import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.agent.ConnectionTestException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.filter.OncePerRequestFilter;

class AutoConfigurationTest {
    private static final AutoConfigurations OURS = AutoConfigurations.of(
            DataSourceAutoConfiguration.class,
            TautlineAutoConfiguration.class,
            TautlineDataSourceAutoConfiguration.class,
            TautlineEndpointAutoConfiguration.class,
            TautlineHealthAutoConfiguration.class,
            TautlineWebAutoConfiguration.class);
    // Port 1 refuses on loopback: nothing listens there.
    private static final String[] NOWHERE = {
        "spring.application.name=chandlery",
        "spring.application.version=1.4.0",
        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/shop",
        "spring.datasource.username=shop",
        "spring.datasource.password=hunter2",
        "spring.datasource.hikari.maximum-pool-size=7",
        "management.endpoints.web.exposure.include=*",
        "tautline.startup-test=off"
    };

    private final ApplicationContextRunner plain =
            new ApplicationContextRunner().withConfiguration(OURS).withPropertyValues(NOWHERE);
    private final WebApplicationContextRunner web =
            new WebApplicationContextRunner().withConfiguration(OURS).withPropertyValues(NOWHERE);

    @Test
    void observesTheDataSourceBeforeItsFirstUse() {
        web.run(context -> {
            AgentReport report = context.getBean(Agent.class).report();
            assertThat(report.service()).isEqualTo("chandlery");
            assertThat(report.applicationVersion()).isEqualTo("1.4.0");
            assertThat(report.pools()).singleElement().satisfies(pool -> {
                assertThat(pool.maximum()).isEqualTo(7);
                assertThat(pool.unobserved()).isEmpty();
            });
            assertThat(report.toString()).doesNotContain("hunter2");
        });
    }

    @Test
    void namesThePropertyThatASettingCameFrom() {
        web.withSystemProperties("spring.datasource.hikari.max-lifetime=600000").run(context -> {
            assertThat(setting(context.getBean(Agent.class), "maxLifetime"))
                    .isEqualTo(new EffectiveSetting(
                            "maxLifetime", "600000", "system property spring.datasource.hikari.max-lifetime"));
            assertThat(setting(context.getBean(Agent.class), "idleTimeout").origin())
                    .isEqualTo("default of HikariCP 7.1.0");
            assertThat(setting(context.getBean(Agent.class), "password").value())
                    .isEqualTo("******");
        });
    }

    @Test
    void offersAllThatItsClassPathAllows() {
        web.run(context -> assertThat(context)
                .hasSingleBean(TautlineEndpoint.class)
                .hasSingleBean(DatabaseOutsidePoolHealthIndicator.class)
                .hasBean("tautlineRequestFilter"));
    }

    @Test
    void worksWithoutWeb() {
        plain.run(context -> assertThat(context)
                .hasSingleBean(Agent.class)
                .hasSingleBean(DatabaseOutsidePoolHealthIndicator.class)
                .doesNotHaveBean("tautlineRequestFilter"));
        plain.withClassLoader(
                        new FilteredClassLoader(Filter.class, OncePerRequestFilter.class, FilterRegistrationBean.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Agent.class));
    }

    @Test
    void worksWithoutActuator() {
        web.withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Agent.class)
                        .doesNotHaveBean(HealthIndicator.class)
                        .doesNotHaveBean("tautlineEndpoint"));
    }

    @Test
    void worksWithoutHikari() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        TautlineAutoConfiguration.class,
                        TautlineDataSourceAutoConfiguration.class,
                        TautlineEndpointAutoConfiguration.class,
                        TautlineHealthAutoConfiguration.class,
                        TautlineWebAutoConfiguration.class))
                .withPropertyValues("management.endpoints.web.exposure.include=*")
                .withClassLoader(new FilteredClassLoader("com.zaxxer.hikari"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(DatabaseOutsidePoolHealthIndicator.class);
                    assertThat(context.getBean(TautlineEndpoint.class).report().pools())
                            .isEmpty();
                });
    }

    @Test
    void keepsItsEndpointHiddenUntilExposed() {
        web.withPropertyValues("management.endpoints.web.exposure.include=health")
                .run(context -> assertThat(context).doesNotHaveBean(TautlineEndpoint.class));
    }

    @Test
    void isAbsentWhenDisabled() {
        web.withPropertyValues("tautline.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(Agent.class)
                        .doesNotHaveBean(TautlineEndpoint.class)
                        .hasSingleBean(HikariDataSource.class));
    }

    @Test
    void refusesToStartWithoutADatabaseWhenToldTo() {
        web.withPropertyValues("tautline.startup-test=fail")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ConnectionTestException.class)
                        .hasMessageContaining("127.0.0.1:1: step 'connect' failed: ECONNREFUSED"));
    }

    @Test
    void saysDownWithStepAndOwner() {
        web.run(context -> {
            var health =
                    context.getBean(DatabaseOutsidePoolHealthIndicator.class).health();
            assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
            assertThat(health.getDetails().toString()).contains("step=connect", "ECONNREFUSED", "owner=DATABASE");
        });
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        web.withPropertyValues("tautline.health-cache-time=10ms")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("tautline.health-cache-time is 10 ms; it must be at least 1000 ms"));
    }

    @Test
    void leavesSpringBootsOwnPoolMetersInPlace() {
        web.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(250);
            assertThat(catchThrowable(pool::getConnection)).isNotNull();
            assertThat(context.getBean(MeterRegistry.class)
                            .get("hikaricp.connections.timeout")
                            .counter()
                            .count())
                    .isEqualTo(1);
        });
    }

    private static EffectiveSetting setting(Agent agent, String name) {
        return agent.report().pools().getFirst().configuration().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
