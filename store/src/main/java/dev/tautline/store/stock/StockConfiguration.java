package dev.tautline.store.stock;

import dev.tautline.store.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StockConfiguration {
    // It reads the whole ledger: often enough to be of use the same day, seldom enough not to be noticed.
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean(initMethod = "start", destroyMethod = "close")
    SupervisedLoop stockLoop(StockReconciler reconciler, InstantSource clock) {
        return new SupervisedLoop("stock-loop", PAUSE, reconciler::reconcile, clock);
    }
}
