package dev.tautline.cli;

import dev.tautline.check.change.LinkChange;
import dev.tautline.check.policy.Review;
import dev.tautline.check.rules.Rules;
import dev.tautline.config.FailOn;
import dev.tautline.config.SourceText;
import dev.tautline.finding.Report;
import dev.tautline.link.reader.Configuration;
import dev.tautline.revision.Tree;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One side of a comparison: what was read there, and what the check finds there under that side's own policy.
record DiffSide(Tree tree, Configuration read, Report report, Optional<FailOn> failOn) {
    static DiffSide read(Tree tree, ReadOptions reading) {
        var decided = new PolicyOptions().read(List.of(tree.folder()));
        var read = decided.config().facts().with(reading.read(List.of(tree.folder()), List.of()));
        var report = new Review(Rules.all(), decided.policy(), SourceText::of, LocalDate.now(ZoneId.systemDefault()))
                .of(read.link(), read.problems());
        return new DiffSide(tree, read, report, decided.config().failOn());
    }

    String name() {
        return tree.name();
    }

    LinkChange.Side side() {
        return new LinkChange.Side(read.link(), tree.folder());
    }

    String shown(Object told) {
        return tree.shown(String.valueOf(told));
    }
}
