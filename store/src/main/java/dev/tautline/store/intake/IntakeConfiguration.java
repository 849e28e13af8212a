package dev.tautline.store.intake;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Sealed;
import dev.tautline.store.disk.DataDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("chandlery.resilient")
class IntakeConfiguration {

    @Bean
    OrderIntake orderIntake(
            DataDirectory directory,
            CookieKey key,
            SecureRandom random,
            JsonMapper json,
            InstantSource clock,
            MeterRegistry meters) {
        var intake = FileIntake.open(
                directory.file("orders.journal"),
                new Sealed(key, "order intake", random),
                json,
                clock,
                directory::usableBytes);
        meters.gauge("chandlery.intake.depth", intake, open -> open.state().depth());
        meters.gauge("chandlery.intake.unreadable", intake, open -> open.state().unreadable());
        return intake;
    }

    /// Down when orders would be refused in an outage, or when some wait for a key: both want a person.
    @Bean
    HealthIndicator intakeHealthIndicator(OrderIntake intake) {
        return () -> {
            var state = intake.state();
            return (state.accepts() && state.unreadable() == 0 ? Health.up() : Health.down())
                    .withDetail("depth", state.depth())
                    .withDetail("unreadable", state.unreadable())
                    .withDetail("damagedBytes", state.damagedBytes())
                    .withDetail("reason", state.reason())
                    .build();
        };
    }
}
