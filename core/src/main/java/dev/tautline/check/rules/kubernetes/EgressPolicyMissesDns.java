package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.NetworkPolicy;
import java.util.List;
import java.util.Optional;

/// The policies for a client's pods let them call the database, but not look up its name.
public final class EgressPolicyMissesDns implements LinkRule {
    /// Where a cluster's name servers listen: the usual port, and those of CoreDNS behind a Service.
    private static final List<Integer> DNS = List.of(53, 5353, 1053, 8053);

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(Calls.in(link)
                .filter(call -> !call.address().isAddress() && !call.address().isLoopback())
                .flatMap(call -> blocking(Policies.egress(link, call.from())).stream()
                        .map(policy -> at(call.client().stage(), finding(call, policy))))
                .toList());
    }

    private static Optional<NetworkPolicy> blocking(List<NetworkPolicy> policies) {
        var rules = policies.stream()
                .flatMap(policy -> policy.egress().stream().flatMap(List::stream))
                .toList();
        return rules.isEmpty() || rules.stream().anyMatch(rule -> DNS.stream().anyMatch(rule::allowsPort))
                ? Optional.empty()
                : policies.stream().findFirst();
    }

    private Finding finding(Calls call, NetworkPolicy policy) {
        return finding(
                call.client().label(),
                "the NetworkPolicy " + policy.name() + " lets no look-up of names out",
                "The database's port is open, but its name has no address any more: log-ins fail with UnknownHostException"
                        + " after seconds of waiting, as soon as what is cached has expired.",
                new Edit.Decide(policy.origin(), "add an egress rule for port 53, UDP and TCP"),
                new Evidence("NetworkPolicy", policy.name(), policy.origin()),
                new Evidence("url", call.address().toString(), call.address().origin()));
    }
}
