package dev.tautline.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The shop as a Spring application: everything in this package and below.
@SpringBootApplication
@ConfigurationPropertiesScan
class StoreApplication {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }
}
