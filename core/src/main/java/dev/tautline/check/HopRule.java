package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;

/// A rule about one pooler, proxy or balancer at a time.
public non-sealed interface HopRule extends Rule {
    Verdict judge(Hop hop);

    /// A finding about this hop. What is read first is what it points at.
    default Finding finding(Hop hop, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(hop.label(), headline, consequence, edit, read);
    }
}
