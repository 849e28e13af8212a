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
import java.util.Optional;

/// A URL names a Service of another namespace without saying which.
public final class ServiceInOtherNamespace implements LinkRule {
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
        var names = new Names(link);
        return Verdict.of(Calls.in(link)
                .filter(call -> !call.address().host().contains(".")
                        && !call.from().namespace().isEmpty())
                .flatMap(call -> elsewhere(names, call).stream()
                        .map(name -> at(call.client().stage(), finding(call, name))))
                .toList());
    }

    /// The only Service of that name, when it is in another namespace. One whose namespace no file says may be
    /// in the client's.
    private static Optional<PublishedName> elsewhere(Names names, Calls call) {
        var host = Names.plain(call.address().host());
        var named = names.services().filter(name -> name.name().equals(host)).toList();
        var isHere = named.stream()
                .anyMatch(name -> name.namespace().isEmpty()
                        || name.namespace().equals(call.from().namespace()));
        return isHere
                ? Optional.empty()
                : named.stream()
                        .filter(name -> name.unit().equals(call.from().unit()))
                        .findFirst();
    }

    private Finding finding(Calls call, PublishedName name) {
        return finding(
                call.client().label(),
                "the Service " + name.name() + " is in the namespace " + name.namespace() + ", the client in "
                        + call.from().namespace(),
                "The application cannot connect: in its own namespace the name has no address (UnknownHostException).",
                new Edit.Decide(call.address().origin(), "call " + name.name() + "." + name.namespace()),
                new Evidence("url", call.address().toString(), call.address().origin()),
                new Evidence("namespace", name.namespace(), name.origin()));
    }
}
