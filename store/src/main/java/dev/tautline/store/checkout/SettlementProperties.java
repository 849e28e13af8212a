package dev.tautline.store.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `holdFor`: how long stock is promised to an order that is being paid. `checkAfter`: when the janitor first looks at
/// a payment that has not come to its end; must be longer than a provider's answer may take. `pause`: between
/// its rounds.
@ConfigurationProperties("chandlery.settlement")
record SettlementProperties(Duration holdFor, Duration checkAfter, Duration pause) {}
