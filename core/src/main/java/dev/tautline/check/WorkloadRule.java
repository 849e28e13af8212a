package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Workload;

/// A rule about one workload at a time.
public non-sealed interface WorkloadRule extends Rule {
    Verdict judge(Workload workload);

    /// A finding about this workload. What is read first is what it points at.
    default Finding finding(Workload workload, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(workload.label(), headline, consequence, edit, read);
    }
}
