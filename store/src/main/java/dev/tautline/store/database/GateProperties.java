package dev.tautline.store.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How long each kind of errand stands before the gate, and how long a request may take in all.
@ConfigurationProperties("chandlery.gate")
public record GateProperties(PerLane longestWait, PerLane deadline, Duration look) {

    public record PerLane(Duration buy, Duration browse, Duration admin, Duration jobs) {
        public Duration of(Lane lane) {
            return switch (lane) {
                case BUY -> buy;
                case BROWSE -> browse;
                case ADMIN -> admin;
                case JOBS -> jobs;
            };
        }
    }
}
