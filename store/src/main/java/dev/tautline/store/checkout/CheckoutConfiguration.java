package dev.tautline.store.checkout;

import dev.tautline.store.database.Line;
import dev.tautline.store.intake.OrderIntake;
import dev.tautline.store.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {
    private static final Duration REPLAY_PAUSE = Duration.ofMillis(500);

    @Bean(initMethod = "start", destroyMethod = "close")
    SupervisedLoop janitorLoop(Janitor janitor, SettlementProperties settlement, InstantSource clock) {
        return new SupervisedLoop("janitor-loop", settlement.pause(), janitor::settleDue, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty("chandlery.resilient")
    IntakeReplay intakeReplay(
            OrderIntake intake,
            PlaceOrder placeOrder,
            Settlement settlement,
            Line line,
            @Value("${chandlery.intake.quote-stands}") Duration quoteStands,
            InstantSource clock) {
        return new IntakeReplay(intake, placeOrder, settlement, line, quoteStands, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("chandlery.resilient")
    SupervisedLoop replayLoop(IntakeReplay replay, InstantSource clock) {
        return new SupervisedLoop("replay-loop", REPLAY_PAUSE, replay::placeReceived, clock);
    }

    /// Whether orders are taken, by the database or by the journal: asking costs no connection, so asking often does no
    /// harm. Part of the overall health and of `readiness-buy`, never of liveness.
    @Bean
    HealthIndicator buyHealthIndicator(Line line, ObjectProvider<OrderIntake> intake) {
        return () -> {
            var journal = Optional.ofNullable(intake.getIfAvailable())
                    .filter(open -> open.state().accepts());
            var way = line.isUp() ? "database" : journal.isPresent() ? "journal" : "none";
            return (way.equals("none") ? Health.down() : Health.up())
                    .withDetail("way", way)
                    .build();
        };
    }
}
