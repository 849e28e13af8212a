package dev.tautline.store.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Leaves Spring Boot's OpenTelemetry out of a shop that has no collector: by itself it makes a tracer that nobody asks
/// and sends metrics to a collector on this machine that is not there. So a shop without one starts as if the libraries
/// were not installed. Registered in `META-INF/spring.factories`.
final class TelemetryOnDemand implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final List<String> WITH_A_COLLECTOR = List.of(
            "org.springframework.boot.opentelemetry.",
            "org.springframework.boot.micrometer.tracing.",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.");
    /// The log stays where the operator put it: nothing here writes it to a collector.
    private static final String NEVER = "org.springframework.boot.opentelemetry.autoconfigure.logging.";

    private boolean collector;

    @Override
    public void setEnvironment(Environment settings) {
        collector = CollectorAddress.of(settings).isPresent();
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[names.length];
        for (var index = 0; index < names.length; index++) {
            wanted[index] = isWanted(names[index]);
        }
        return wanted;
    }

    /// @param name of an auto-configuration; nothing where another filter has left it out already
    boolean isWanted(@Nullable String name) {
        if (name == null || WITH_A_COLLECTOR.stream().noneMatch(name::startsWith)) {
            return true;
        }
        return collector && !name.startsWith(NEVER);
    }
}
