package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import java.util.List;

/// A rule about one server, before and after.
public non-sealed interface ServerChangeRule extends ChangeRule {
    List<Finding> judge(LinkChange.ServerChange change);
}
