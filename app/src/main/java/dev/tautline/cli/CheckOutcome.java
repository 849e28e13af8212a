package dev.tautline.cli;

import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.reader.Configuration;

/// What `taut check` tells: the report, and how much was read for it.
record CheckOutcome(Report report, Configuration read) {
    /// Data sources, each counted once whatever the number of its profiles.
    long clients() {
        return read.link().clients().stream().map(Client::label).distinct().count();
    }

    long findings(Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
