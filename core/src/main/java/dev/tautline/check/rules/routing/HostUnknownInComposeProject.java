package dev.tautline.check.rules.routing;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A host that no service of the Compose project bears.
public final class HostUnknownInComposeProject implements LinkRule {
    /// Names that Docker itself makes known.
    private static final Set<String> OF_DOCKER = Set.of("gateway.docker.internal", "host.docker.internal");
    /// Compose 1 named containers `PROJECT_SERVICE_1` (docker/compose#8655).
    private static final Pattern OLD_NAME = Pattern.compile(".+_(?<service>[^_]+)_\\d+");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .flatMap(client -> ComposeNetworks.ownProject(client).stream()
                        .flatMap(workload -> unknown(client, workload, link)))
                .toList());
    }

    private Stream<Finding> unknown(Client client, Workload workload, Link link) {
        var known = names(link, workload.unit());
        return client.url().stream()
                .flatMap(url -> url.hosts().stream())
                .filter(HostPort::isResolved)
                .filter(host -> isOfProject(host) && !known.contains(host.host().toLowerCase(Locale.ROOT)))
                .filter(host -> !isElsewhere(link, workload, host))
                .map(host -> Stages.weighed(client, finding(client, workload, host, known)));
    }

    /// A name with a dot is looked up in the DNS of the world outside.
    private static boolean isOfProject(HostPort host) {
        return !host.isAddress()
                && !host.isLoopback()
                && !host.host().contains(".")
                && !host.host().isBlank()
                && !OF_DOCKER.contains(host.host());
    }

    private static Set<String> names(Link link, String unit) {
        return link.platform().names().stream()
                .filter(name -> name.unit().equals(unit))
                .flatMap(name -> name.aliases().stream())
                .collect(Collectors.toSet());
    }

    /// Another file of the same folder may be meant to be started with this one.
    private static boolean isElsewhere(Link link, Workload workload, HostPort host) {
        return link.platform().names().stream()
                .filter(name -> !name.unit().equals(workload.unit()))
                .filter(name -> folder(name.unit()).equals(folder(workload.unit())))
                .anyMatch(name -> name.aliases().contains(host.host().toLowerCase(Locale.ROOT)));
    }

    private static String folder(String unit) {
        var file = unit.replaceFirst(" \\+ .*", "");
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private Finding finding(Client client, Workload workload, HostPort host, Collection<String> known) {
        var nearest = meant(host.host(), known);
        return finding(
                client.label(),
                "no service of the Compose project is named '" + host.host() + "'"
                        + nearest.map(name -> "; nearest: '" + name + "'").orElse(""),
                "UnknownHostException at the first connection: the application starts without a database, or not at all.",
                nearest.<Edit>map(name -> new Edit.Decide(host.origin(), "write " + name + " as host"))
                        .orElseGet(() -> new Edit.Decide(
                                host.origin(), "write one of " + String.join(", ", sorted(known)) + " as host")),
                new Evidence("host", host.host(), host.origin()),
                new Evidence("runs as", workload.label(), workload.origin()));
    }

    private static Optional<String> meant(String host, Collection<String> known) {
        var old = OLD_NAME.matcher(host);
        return old.matches() && known.contains(old.group("service"))
                ? Optional.of(old.group("service"))
                : Nearest.to(host, known);
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
