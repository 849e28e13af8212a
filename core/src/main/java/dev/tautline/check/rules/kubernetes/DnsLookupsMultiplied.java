package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;

/// A database outside the cluster whose name is looked up under every search domain first.
public final class DnsLookupsMultiplied implements LinkRule {
    /// The search list of a pod: its namespace, `svc`, the cluster's domain.
    private static final int SEARCH_DOMAINS = 3;

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Link link) {
        var names = new Names(link);
        return Verdict.of(Calls.in(link)
                .filter(call -> isOutside(call.address().host())
                        && !names.isKnown(call.address().host()))
                .flatMap(call -> call.from().get(KubernetesKeys.NDOTS).known().stream()
                        .filter(ndots -> isClusterFirst(call.from())
                                && dots(call.address().host()) < ndots.value())
                        .map(ndots -> at(call.client().stage(), finding(call, ndots))))
                .toList());
    }

    private static boolean isClusterFirst(Workload workload) {
        return workload.get(KubernetesKeys.DNS_POLICY)
                .knownValue()
                .filter("ClusterFirst"::equals)
                .isPresent();
    }

    private static boolean isOutside(String host) {
        return dots(host) >= 2
                && !host.endsWith(".")
                && !host.matches("[\\d.:]+")
                && !Pattern.compile("\\.svc(\\.|$)|\\.local$").matcher(host).find();
    }

    private static int dots(String host) {
        return (int) host.chars().filter(letter -> letter == '.').count();
    }

    private Finding finding(Calls call, Setting.Known<Integer> ndots) {
        return finding(
                call.client().label(),
                "each look-up of " + call.address().host() + " asks " + SEARCH_DOMAINS + " other names first",
                "Connecting takes longer than it must, and when the cluster's name servers are busy, a lost answer adds"
                        + " 5 s to it.",
                new Edit.Decide(
                        call.address().origin(), "end the name with a dot, or set ndots to 2 in the pod's dnsConfig"),
                new Evidence("url", call.address().toString(), call.address().origin()),
                Evidence.of(ndots));
    }
}
