package dev.tautline.cli;

import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.Comparator;
import java.util.List;

/// One thing that is wrong, for a person, whoever found it: a probe, a server's own settings, or the files.
///
/// @param isOutage a connection that cannot be used now
/// @param where the origin of what was read: an address, a place in a file
/// @param said what the server or the system itself said; empty where nobody was asked
/// @param leads what follows from it, or what caused it
/// @param next the next command to type
record DoctorEntry(
        Severity severity,
        boolean isOutage,
        String headline,
        String where,
        String said,
        String leads,
        Owner owner,
        String fix,
        String next) {
    /// What is down now comes first, then what leads to the worst.
    private static final Comparator<DoctorEntry> BY_CONSEQUENCE = Comparator.comparing(DoctorEntry::severity)
            .thenComparing(entry -> !entry.isOutage())
            .thenComparing(DoctorEntry::where);

    static List<DoctorEntry> sorted(List<DoctorEntry> entries) {
        return entries.stream().sorted(BY_CONSEQUENCE).distinct().toList();
    }
}
