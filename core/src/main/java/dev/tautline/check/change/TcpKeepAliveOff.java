package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;

/// The operating system no longer probes idle connections.
public final class TcpKeepAliveOff implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.TCP_KEEP_ALIVE.stream()
                .flatMap(key -> change.both(key).stream())
                .filter(Both::was)
                .map(flag -> finding(
                        change,
                        flag.after().key() + " is off now",
                        "A peer that vanished without a word is noticed only when somebody uses the connection, and then"
                                + " after minutes.",
                        "switch " + flag.after().key() + " on again",
                        flag.read()))
                .toList();
    }
}
