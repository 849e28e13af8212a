package dev.tautline.example;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A Spring Boot service that takes bookings and must neither lose nor double one.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BookingService {
    @Bean
    Bookings bookings(JdbcClient sql, PlatformTransactionManager transactions) {
        return new Bookings(sql, new TransactionTemplate(transactions));
    }
}
