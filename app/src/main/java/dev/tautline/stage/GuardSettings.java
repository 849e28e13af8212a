package dev.tautline.stage;

import dev.tautline.lab.postgres.NodeRole;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the guard shall watch.
///
/// @param agents the shop's instances by name, with the address of each one's agent
/// @param gameDay whether its dashboard has the page from which this stage is broken
public record GuardSettings(int dashboardPort, List<Target> targets, Map<String, URI> agents, boolean gameDay) {
    public GuardSettings {
        targets = List.copyOf(targets);
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
    }

    public GuardSettings(int dashboardPort, List<Target> targets, Map<String, URI> agents) {
        this(dashboardPort, targets, agents, false);
    }

    /// The same with the page of game days.
    public GuardSettings withGameDay() {
        return new GuardSettings(dashboardPort, targets, agents, true);
    }

    /// A database server by its published name.
    ///
    /// @param console URL of the admin console of the PgBouncer before it, where the guard's role is one of the
    ///     `stats_users`; null where there is none
    public record Target(
            String name,
            String url,
            NodeRole expected,
            @Nullable String console) {
        public Target(String name, String url, NodeRole expected) {
            this(name, url, expected, null);
        }

        /// The same with a PgBouncer before it.
        public Target behind(String poolersConsole) {
            return new Target(name, url, expected, poolersConsole);
        }
    }

    /// The guard's `taut.yaml`; the password stays in the environment.
    String yaml() {
        return """
                dashboard:
                  port: %d
                history:
                  folder: history
                targets:
                %sagents:%s
                """.formatted(
                        dashboardPort,
                        targetLines(),
                        agents.isEmpty() ? " []" : "\n" + agentLines().stripTrailing());
    }

    private String targetLines() {
        return targets.stream()
                .map(target -> """
                          - name: %s
                            url: %s
                            user: %s
                            password-env: %s
                            expect: %s
                        """.formatted(
                                        target.name(),
                                        Yaml.scalar(target.url()),
                                        Passwords.Use.GUARD.role(),
                                        Passwords.Use.GUARD.variable(),
                                        target.expected().name().toLowerCase(Locale.ROOT))
                        + consoleLines(target.console()))
                .collect(Collectors.joining());
    }

    private static String consoleLines(@Nullable String console) {
        return console == null
                ? ""
                : """
                    pooler:
                      url: %s
                      user: %s
                      password-env: %s
                """.formatted(Yaml.scalar(console), Passwords.Use.GUARD.role(), Passwords.Use.GUARD.variable());
    }

    private String agentLines() {
        return agents.entrySet().stream()
                .map(agent -> """
                          - name: %s
                            url: %s
                        """.formatted(agent.getKey(), agent.getValue()))
                .collect(Collectors.joining());
    }
}
