package dev.tautline.cli;

import dev.tautline.config.FailOn;
import dev.tautline.finding.Severity;
import dev.tautline.link.live.Withheld;
import dev.tautline.targets.NotProbed;
import java.util.List;

/// One answer: what is wrong, in order of consequence, and how much was looked at for it.
///
/// @param undecided questions that rules could not answer
/// @param withheld what servers did not show to the role that asked
record DoctorReport(
        List<DoctorEntry> entries,
        int filesRead,
        long probed,
        long failed,
        List<NotProbed> notProbed,
        int undecided,
        List<Withheld> withheld) {

    boolean hasLooked() {
        return filesRead > 0 || probed > 0;
    }

    long count(Severity severity) {
        return entries.stream().filter(entry -> entry.severity() == severity).count();
    }

    int exitCode(FailOn failOn) {
        if (entries.stream().anyMatch(entry -> failOn.isReachedBy(entry.severity()))) {
            return ExitCode.FINDINGS;
        }
        return hasLooked() ? ExitCode.CLEAN : ExitCode.CANNOT_TELL;
    }

    String summary() {
        return Count.of(entries.size(), "problem") + "; " + Count.of(filesRead, "file") + " read, "
                + Count.of(probed, "connection") + " probed, " + failed + " failed, " + notProbed.size()
                + " not probed; "
                + Count.of(undecided, "question") + " not decided";
    }
}
