package dev.tautline.probe;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Goes through what a climb saw for what deserves attention. Pure.
final class Remarks {
    private final List<Remark> all = new ArrayList<>();

    private Remarks() {}

    /// @param at when the climb began
    static List<Remark> on(List<Evidence> evidence, Instant at) {
        var remarks = new Remarks();
        evidence.forEach(seen -> remarks.on(seen, at));
        return remarks.all;
    }

    private void on(Evidence seen, Instant at) {
        var server = new ServerRemarks(this::tell);
        switch (seen) {
            case ServerAnswer answer -> server.on(answer, at);
            case Role role when role.replay() != null -> server.on(role.replay());
            case Capacity capacity -> server.on(capacity);
            default -> {}
        }
    }

    private void tell(RemarkKind kind, String words) {
        all.add(new Remark(kind, words));
    }
}
