package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Service that stands for a name, and is given an address.
public final class ExternalNameIsAddress implements LinkRule {
    private static final Pattern DATABASE =
            Pattern.compile("(?i)(^|[-_.])(db|database|postgres|postgresql|pg|mysql|mariadb|rds)([-_.]|\\d|$)");
    private static final Set<String> PORTS = Set.of("5432", "6432", "3306", "1433");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Link link) {
        var names = new Names(link);
        var called = link.clients().stream()
                .flatMap(client -> client.url().stream())
                .flatMap(url -> url.hosts().stream())
                .map(host -> host.host().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Verdict.of(names.services()
                .filter(name -> name.get(KubernetesKeys.SERVICE_TYPE)
                        .knownValue()
                        .filter("ExternalName"::equals)
                        .isPresent())
                .filter(name -> isOfDatabase(name, called))
                .flatMap(name -> name
                        .get(KubernetesKeys.EXTERNAL_NAME)
                        .chosen()
                        .filter(target -> isNoName(target))
                        .map(target -> finding(name, target))
                        .stream())
                .toList());
    }

    private static boolean isOfDatabase(PublishedName name, Set<String> called) {
        return name.aliases().stream().anyMatch(called::contains)
                || DATABASE.matcher(name.name()).find()
                || name.ports().stream()
                        .anyMatch(port -> PORTS.contains(port.port().text()));
    }

    private static boolean isNoName(Setting.Known<String> target) {
        var host = new HostPort(target.value(), 1, target.origin());
        return host.isAddress() || host.isLoopback();
    }

    private Finding finding(PublishedName name, Setting.Known<String> target) {
        return finding(
                "service " + name.name(),
                "the Service " + name.name() + " is an ExternalName for " + target.value()
                        + ", which is no name in DNS",
                "The cluster's DNS answers with an alias that nothing resolves: every client fails with an unknown host.",
                new Edit.Decide(
                        target.origin(),
                        "make it a Service without a selector, with an EndpointSlice that holds the address"),
                Evidence.of(target));
    }
}
