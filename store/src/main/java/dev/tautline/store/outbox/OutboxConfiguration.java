package dev.tautline.store.outbox;

import dev.tautline.store.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean(initMethod = "start", destroyMethod = "close")
    SupervisedLoop mailLoop(MailWorker worker, InstantSource clock) {
        return new SupervisedLoop("mail-loop", PAUSE, worker::workOff, clock);
    }
}
