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
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import java.util.List;
import java.util.Optional;

/// The policies for a database's pods do not let a client in.
public final class IngressPolicyBlocksClient implements LinkRule {
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
        var names = new Names(link);
        return Verdict.of(Calls.in(link)
                .flatMap(call -> names.find(call.from(), call.address()).stream()
                        .flatMap(name -> names.behind(name).stream()
                                .flatMap(target -> blocking(link, call, name, target).stream()))
                        .map(policy -> at(call.client().stage(), finding(call, policy))))
                .distinct()
                .toList());
    }

    private static Optional<NetworkPolicy> blocking(Link link, Calls call, PublishedName name, Workload target) {
        var policies = Policies.ingress(link, target);
        var port = Names.podPort(name, call.address().port());
        return port.isEmpty() || Policies.allow(policies, NetworkPolicy::ingress, port.get(), List.of(call.from()))
                ? Optional.empty()
                : policies.stream().findFirst();
    }

    private Finding finding(Calls call, NetworkPolicy policy) {
        return finding(
                call.client().label(),
                "the NetworkPolicy " + policy.name() + " does not let "
                        + call.from().label() + " in",
                "Packets to the database are dropped without an answer: each attempt to connect runs into its time limit.",
                new Edit.Decide(
                        policy.origin(),
                        "add an ingress rule for the labels of " + call.from().label()),
                new Evidence("NetworkPolicy", policy.name(), policy.origin()),
                new Evidence("url", call.address().toString(), call.address().origin()));
    }
}
