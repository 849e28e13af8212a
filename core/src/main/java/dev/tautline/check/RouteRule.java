package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;

/// A rule about one way from a client over hops to a server: it compares what the client wants with what the
/// others allow.
public non-sealed interface RouteRule extends Rule {
    Verdict judge(Route route);

    /// A finding about this route's client. What is read first is what it points at.
    default Finding finding(Route route, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(route.client().label(), headline, consequence, edit, read);
    }
}
