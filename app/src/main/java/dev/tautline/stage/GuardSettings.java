package dev.tautline.stage;

import dev.tautline.lab.postgres.NodeRole;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
    public record Target(String name, String url, NodeRole expected) {}

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
                                target.expected().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
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
