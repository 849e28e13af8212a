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

/// The policies for a client's pods do not let them call the database's port.
public final class EgressPolicyBlocksDatabase implements LinkRule {
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
                .flatMap(call -> blocking(link, names, call).stream()
                        .map(policy -> at(call.client().stage(), finding(call, policy))))
                .toList());
    }

    private static Optional<NetworkPolicy> blocking(Link link, Names names, Calls call) {
        var policies = Policies.egress(link, call.from());
        var name = names.find(call.from(), call.address());
        var port = name.flatMap(found -> Names.podPort(found, call.address().port()));
        if (call.address().isLoopback() || (name.isPresent() && port.isEmpty())) {
            return Optional.empty();
        }
        var targets = name.map(names::behind).orElse(List.of());
        return Policies.allow(
                        policies,
                        NetworkPolicy::egress,
                        port.orElse(call.address().port()),
                        targets)
                ? Optional.empty()
                : policies.stream().findFirst();
    }

    private Finding finding(Calls call, NetworkPolicy policy) {
        return finding(
                call.client().label(),
                "the NetworkPolicy " + policy.name() + " lets nothing out to " + call.address(),
                "Packets to the database are dropped without an answer: each attempt to connect runs into its time limit,"
                        + " and the service is down as soon as the policy is applied.",
                new Edit.Decide(
                        policy.origin(),
                        "add an egress rule for the database's pods and port "
                                + call.address().port()),
                new Evidence("NetworkPolicy", policy.name(), policy.origin()),
                new Evidence("url", call.address().toString(), call.address().origin()));
    }
}
