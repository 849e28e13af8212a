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
import dev.tautline.settings.Nearest;
import java.util.Optional;

/// A URL names no Service that is declared, but nearly one that is.
public final class ServiceNameMisspelt implements LinkRule {
    /// More letters than this apart, the two names may well mean different things.
    private static final int MOST_LETTERS_MORE = 2;

    private static final int SHORTEST = 4;

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
                .filter(call -> isServiceName(call.address())
                        && !names.isKnown(call.address().host()))
                .flatMap(call ->
                        meant(names, call).stream().map(name -> at(call.client().stage(), finding(call, name))))
                .toList());
    }

    /// A name without a dot is looked up among the Services only.
    private static boolean isServiceName(HostPort address) {
        var host = Names.plain(address.host());
        return !address.isAddress() && !address.isLoopback() && !host.contains(".") && host.length() >= SHORTEST;
    }

    private static Optional<PublishedName> meant(Names names, Calls call) {
        var host = Names.plain(call.address().host());
        var near = names.servicesOf(call.from().unit())
                .filter(name -> name.namespace().equals(call.from().namespace())
                        && Math.abs(name.name().length() - host.length()) <= MOST_LETTERS_MORE
                        && name.ports().stream()
                                .anyMatch(port -> port.port()
                                        .text()
                                        .equals(String.valueOf(call.address().port()))))
                .toList();
        return Nearest.to(host, near.stream().map(PublishedName::name).toList())
                .flatMap(meant ->
                        near.stream().filter(name -> name.name().equals(meant)).findFirst());
    }

    private Finding finding(Calls call, PublishedName meant) {
        return finding(
                call.client().label(),
                "no Service is named " + call.address().host() + "; did you mean " + meant.name() + "?",
                "The application cannot connect: the name has no address (UnknownHostException).",
                new Edit.Decide(call.address().origin(), "call " + meant.name()),
                new Evidence("url", call.address().toString(), call.address().origin()),
                new Evidence("Service", meant.name(), meant.origin()));
    }
}
