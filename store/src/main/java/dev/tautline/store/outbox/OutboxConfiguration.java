package dev.tautline.store.outbox;

import dev.tautline.store.database.Transactions;
import dev.tautline.store.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean(initMethod = "start", destroyMethod = "close")
    SupervisedLoop mailLoop(MailWorker worker, InstantSource clock) {
        return new SupervisedLoop("mail-loop", PAUSE, worker::workOff, clock);
    }

    /// Only where there is a mail server: without one, letters stay in the sink.
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("spring.mail.host")
    SupervisedLoop postLoop(
            JdbcClient buy,
            Transactions transactions,
            JavaMailSender server,
            @Value("${chandlery.mail.from}") String from,
            InstantSource clock) {
        return new SupervisedLoop("post-loop", PAUSE, new Postman(buy, transactions, server, from)::deliver, clock);
    }
}
