package dev.tautline.targets;

import java.nio.file.Path;
import java.util.Map;

/// What a process finds around it: environment variables, the home folder of its account, and the account's name.
public record Surroundings(Map<String, String> environment, Path home, String account) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("user.name"));
    }
}
