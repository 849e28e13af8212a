package dev.tautline.check.fix;

import dev.tautline.check.fix.Located.Refused;
import dev.tautline.check.fix.Located.Splice;
import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which files would change, how, and what is left to a person.
public record FixPlan(List<FileFix> files, List<Left> left) {
    /// One file before and after, and the findings that its edits are for.
    public record FileFix(Path file, String before, String after, List<Finding> mended) {
        public FileFix {
            mended = List.copyOf(mended);
        }
    }

    /// A finding whose edit is not made.
    public record Left(Finding finding, String why) {}

    public FixPlan {
        files = List.copyOf(files);
        left = List.copyOf(left);
    }

    /// Plans the safe edits of these findings. `texts` gives the exact text of a file; empty when it cannot be edited.
    public static FixPlan of(List<Finding> findings, Function<Path, Optional<String>> texts) {
        var byFile = new LinkedHashMap<Path, List<Finding>>();
        var left = new ArrayList<Left>();
        for (var finding : findings) {
            if (finding.fix() == Finding.Fix.ASK) {
                left.add(new Left(finding, "a person has to decide"));
            } else if (finding.edit().at() instanceof Origin.InFile at) {
                byFile.computeIfAbsent(at.file(), any -> new ArrayList<>()).add(finding);
            } else {
                left.add(new Left(
                        finding, "the value comes from " + finding.edit().at()));
            }
        }
        var files = new ArrayList<FileFix>();
        byFile.forEach(
                (file, found) -> plan(file, found, texts.apply(file), left).ifPresent(files::add));
        return new FixPlan(files, left);
    }

    private static Optional<FileFix> plan(Path file, List<Finding> findings, Optional<String> text, List<Left> left) {
        var kind = FileKind.of(file);
        if (text.isEmpty() || kind.isEmpty()) {
            findings.forEach(finding -> left.add(new Left(finding, "this file is not edited by a program")));
            return Optional.empty();
        }
        var locator = new Locator(text.get(), kind.get());
        var splices = new Splices();
        var mended = new ArrayList<Finding>();
        for (var finding : findings) {
            switch (locator.locate(finding.edit())) {
                case Refused(var why) -> left.add(new Left(finding, why));
                case Splice splice -> {
                    if (splices.add(splice)) {
                        mended.add(finding);
                    } else {
                        left.add(new Left(finding, "another edit changes the same place; check again after it"));
                    }
                }
            }
        }
        return mended.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileFix(file, text.get(), splices.applyTo(text.get()), mended));
    }
}
