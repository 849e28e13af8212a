package dev.tautline.spring;

import dev.tautline.agent.ConnectionTestException;
import dev.tautline.agent.FailedConnect;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints a failed start-up test as Spring Boot prints its own start-up failures: what and what to do, no stack trace.
final class ConnectionTestFailureAnalyzer extends AbstractFailureAnalyzer<ConnectionTestException> {
    // Called by Spring.
    ConnectionTestFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConnectionTestException cause) {
        FailedConnect failure = cause.failure();
        String action = "%s (owner: %s). To start without the database, set tautline.startup-test=warn."
                .formatted(failure.advice(), failure.owner());
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
