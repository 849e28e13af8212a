package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import java.util.List;

/// A rule about one client, before and after.
public non-sealed interface ClientChangeRule extends ChangeRule {
    List<Finding> judge(ClientChange change);

    /// A finding about the client.
    default Finding finding(ClientChange change, String headline, String consequence, String undo, Evidence... read) {
        return finding(change.after().label(), headline, consequence, undo, read);
    }
}
