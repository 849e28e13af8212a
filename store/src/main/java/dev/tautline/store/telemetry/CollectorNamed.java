package dev.tautline.store.telemetry;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether anything of OpenTelemetry may be made.
final class CollectorNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return CollectorAddress.of(context.getEnvironment()).isPresent();
    }
}
