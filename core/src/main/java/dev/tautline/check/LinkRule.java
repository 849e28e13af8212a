package dev.tautline.check;

import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;

/// A rule that compares several clients, hops or servers.
public non-sealed interface LinkRule extends Rule {
    Verdict judge(Link link);
}
