package dev.tautline.probe;

import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.NameSource;
import dev.tautline.probe.evidence.OpenSession;
import dev.tautline.probe.evidence.Path;
import dev.tautline.probe.evidence.Resolution;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.SearchPath;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Goes through what a climb saw for what deserves attention. Pure.
final class Remarks {
    private final List<Remark> all = new ArrayList<>();

    private Remarks() {}

    /// In the order of the steps.
    ///
    /// @param at when the climb began
    static List<Remark> on(List<StepResult> steps, List<Evidence> evidence, Instant at) {
        var remarks = new Remarks();
        var names = new NameRemarks(remarks::tell, evidence);
        var encryption = new EncryptionRemarks(remarks::tell, evidence);
        var server = new ServerRemarks(remarks::tell);
        for (var seen : evidence) {
            switch (seen) {
                case NameSource source -> names.on(source.origin());
                case Encryption channel -> encryption.on(channel, at);
                case Authentication method -> encryption.on(method);
                case ServerAnswer answer -> server.on(answer, at);
                case SearchPath path -> server.on(path);
                case Role role -> server.on(role);
                case Capacity capacity -> server.on(capacity);
                case Resolution _, Path _, OpenSession _, Intermediary _, Writing _ -> {}
            }
        }
        new SpeedRemarks(remarks::tell, steps, evidence).run();
        remarks.all.sort(Comparator.comparing(remark -> remark.kind().step()));
        return remarks.all;
    }

    private void tell(RemarkKind kind, String words) {
        all.add(new Remark(kind, words));
    }
}
