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

/// A URL with a port that the Service it names does not have.
public final class UrlPortNotInService implements LinkRule {
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
                .flatMap(call -> names.find(call.from(), call.address()).stream()
                        .filter(name ->
                                !name.isHeadless() && lacks(name, call.address().port()))
                        .map(name -> at(call.client().stage(), finding(call, name))))
                .toList());
    }

    /// A headless Service leads to the pods themselves, whatever ports it lists.
    private static boolean lacks(PublishedName name, int port) {
        return !name.ports().isEmpty()
                && name.ports().stream()
                        .allMatch(one ->
                                one.port().isResolved() && !one.port().text().equals(String.valueOf(port)));
    }

    private Finding finding(Calls call, PublishedName name) {
        var listed = name.ports().getFirst().port();
        return finding(
                call.client().label(),
                "the URL calls port " + call.address().port() + ", the Service " + name.name() + " has "
                        + listed.text(),
                "No connection is made at all: the address of the Service answers nothing on that port, and each attempt"
                        + " is refused or runs into its time limit.",
                new Edit.Decide(
                        call.address().origin(), "call " + call.address().host() + ":" + listed.text()),
                new Evidence("url", call.address().toString(), call.address().origin()),
                new Evidence("port", listed.shown(), listed.origin()));
    }
}
