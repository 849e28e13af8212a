package dev.tautline.store;

import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;

/// Starts the shop. What keeps it from starting is told by `StartFailures`.
final class ServeCommand implements Command {

    @Override
    public OptionalInt run(String[] args) {
        try {
            var application = new SpringApplication(StoreApplication.class);
            application.addListeners(new StartChecks());
            application.run(args);
            return OptionalInt.empty();
        } catch (RuntimeException reported) {
            return OptionalInt.of(USAGE_OR_CONFIGURATION);
        }
    }
}
