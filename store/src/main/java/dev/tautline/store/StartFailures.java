package dev.tautline.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why the shop does not start, where the reason is the operator's to mend. Anything else keeps Spring
/// Boot's own report. Registered in `META-INF/spring.factories`.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var line = explain(failure);
        line.ifPresent(text -> System.err.println("chandlery: " + text));
        return line.isPresent();
    }

    static Optional<String> explain(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            switch (cause) {
                case PortInUseException taken -> {
                    return Optional.of(
                            "port %d is taken; choose another with --server.port=… or --management.server.port=…"
                                    .formatted(taken.getPort()));
                }
                case IllegalArgumentException ours
                when ours.getMessage() != null && ours.getMessage().startsWith("chandlery.") -> {
                    return Optional.of(ours.getMessage());
                }
                case BindException binding -> {
                    return Optional.of("%s cannot be read: %s".formatted(binding.getName(), deepest(binding)));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static String deepest(Throwable thrown) {
        var deepest = thrown;
        for (var depth = 0; deepest.getCause() != null && depth < 20; depth++) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
