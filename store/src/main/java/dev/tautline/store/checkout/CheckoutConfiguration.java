package dev.tautline.store.checkout;

import dev.tautline.store.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {
    // Three missed rounds of two seconds' waiting for a connection each, and some.
    private static final Duration STALE = Duration.ofSeconds(10);

    @Bean(initMethod = "start", destroyMethod = "close")
    SupervisedLoop janitorLoop(Janitor janitor, SettlementProperties settlement, InstantSource clock) {
        return new SupervisedLoop("janitor-loop", settlement.pause(), janitor::settleDue, clock);
    }

    /// Whether buying works, told by the last round of the janitor: asking costs no connection, so asking often does no
    /// harm. Part of the overall health, never of liveness or readiness.
    @Bean
    HealthIndicator buyHealthIndicator(SupervisedLoop janitorLoop, InstantSource clock) {
        return () -> {
            var last = janitorLoop.lastSuccess();
            var fresh = last.filter(at -> at.isAfter(clock.instant().minus(STALE)));
            return (fresh.isPresent() ? Health.up() : Health.down())
                    .withDetail("lastSuccess", last.map(Object::toString).orElse("never"))
                    .build();
        };
    }
}
