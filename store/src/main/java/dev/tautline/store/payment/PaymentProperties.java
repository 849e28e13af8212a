package dev.tautline.store.payment;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the provider is and how long the shop waits for it.
@ConfigurationProperties("chandlery.payment")
record PaymentProperties(URI url, Duration connectTimeout, Duration answerTimeout) {}
