package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/// A server in a pod listens on an address that is written down, and a pod's address is another one after each restart.
public final class PodListensOnFixedAddress implements ServerRule {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return server.workload()
                .filter(PodListensOnFixedAddress::hasChangingAddress)
                .map(pod -> Rule.chosen(
                        server.product() == Product.POSTGRESQL
                                ? server.get(PostgresKeys.LISTEN_ADDRESSES)
                                : server.get(MySqlKeys.BIND_ADDRESS),
                        listen -> isFixed(listen) ? Verdict.violation(finding(server, pod, listen)) : Verdict.PASS))
                .orElseGet(() -> Verdict.notApplicable("no pod with an address of its own"));
    }

    private static boolean hasChangingAddress(Workload workload) {
        return workload.isInCluster()
                && !workload.get(KubernetesKeys.HOST_NETWORK).knownValue().orElse(false);
    }

    private static boolean isFixed(Setting.Known<String> listen) {
        var addresses = Stream.of(listen.value().split(",", -1))
                .map(String::strip)
                .map(address -> new HostPort(address, 0, listen.origin()))
                .filter(address -> !address.isLoopback())
                .toList();
        return !addresses.isEmpty()
                && addresses.stream().allMatch(address -> address.isAddress() && !EVERYWHERE.contains(address.host()));
    }

    private Finding finding(Server server, Workload pod, Setting.Known<String> listen) {
        return finding(
                server,
                pod.label() + " listens on " + listen.value() + ", and a pod's address changes",
                "After the next restart on another node the server does not listen where its Service leads, or does not start"
                        + " at all: \"could not bind IPv4 address\".",
                new Edit.Replace(listen.origin(), listen.key().name(), "'*'"),
                Evidence.of(listen),
                new Evidence("runs as", pod.label(), pod.origin()));
    }
}
