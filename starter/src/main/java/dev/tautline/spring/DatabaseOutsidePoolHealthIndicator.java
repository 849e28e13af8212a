package dev.tautline.spring;

import dev.tautline.agent.ConnectionTest.Result;
import dev.tautline.agent.FailedConnect;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// UP when a fresh connection outside the pool can be opened to every database, DOWN with step, SQLSTATE and owner when
/// not.
final class DatabaseOutsidePoolHealthIndicator implements HealthIndicator {
    private final Map<String, ConnectionCheck> checks;

    DatabaseOutsidePoolHealthIndicator(Map<String, ConnectionCheck> checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        checks.forEach((name, check) -> {
            Result result = check.result();
            if (result instanceof Result.Failed) {
                health.down();
            }
            health.withDetail(name, details(result));
        });
        return health.build();
    }

    private static Map<String, Object> details(Result result) {
        return switch (result) {
            case Result.Connected connected ->
                Map.of("connectMicros", connected.took().toNanos() / 1000);
            case Result.Failed failed -> details(failed.failure());
        };
    }

    private static Map<String, Object> details(FailedConnect failure) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("host", failure.host());
        details.put("step", failure.step());
        details.put("sqlState", failure.sqlState());
        details.put("message", failure.message());
        details.put("owner", failure.owner().name());
        details.put("advice", failure.advice());
        return details;
    }
}
