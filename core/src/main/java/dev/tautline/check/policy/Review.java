package dev.tautline.check.policy;

import dev.tautline.check.Check;
import dev.tautline.check.Rule;
import dev.tautline.finding.Report;
import dev.tautline.link.Link;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// A check under a policy: asks the rules that are in force, then sets apart what is suppressed. `texts` gives the text
/// of a file, if it can be read, for the comments in it.
public final class Review {
    private final List<Rule> rules;
    private final Policy policy;
    private final Function<Path, Optional<String>> texts;
    private final LocalDate today;

    public Review(List<Rule> rules, Policy policy, Function<Path, Optional<String>> texts, LocalDate today) {
        this.rules = List.copyOf(rules);
        this.policy = policy;
        this.texts = texts;
        this.today = today;
    }

    public Report of(Link link, List<Problem> problems) {
        var report = new Check(policy.inForce(rules), policy::weighed).review(link, problems);
        return new Suppression(policy, comments(link, report), today).applyTo(report);
    }

    private SuppressionComments comments(Link link, Report report) {
        var comments = new SuppressionComments(rules.stream().map(Rule::id).toList());
        var files = new TreeSet<>(LinkFiles.of(link));
        report.findings().forEach(finding -> finding.at().place().ifPresent(place -> files.add(place.file())));
        files.forEach(file -> texts.apply(file).ifPresent(text -> comments.read(file, text)));
        return comments;
    }
}
