package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;

/// A rule about one server at a time.
public non-sealed interface ServerRule extends Rule {
    Verdict judge(Server server);

    /// A finding about this server. What is read first is what it points at.
    default Finding finding(Server server, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(server.label(), headline, consequence, edit, read);
    }
}
