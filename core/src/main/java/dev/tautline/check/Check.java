package dev.tautline.check;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.settings.Client;
import dev.tautline.settings.Link;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Asks every rule about a link and gathers the answers. The same defect under several profiles is one finding.
public final class Check {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding ->
                    finding.at().place().map(place -> place.file().toString()).orElse(""))
            .thenComparing(
                    finding -> finding.at().place().map(Origin.InFile::line).orElse(0))
            .thenComparing(
                    finding -> finding.at().place().map(Origin.InFile::column).orElse(0))
            .thenComparing(Finding::rule);

    private final List<Rule> rules;
    private final UnaryOperator<Finding> weight;

    public Check(List<Rule> rules) {
        this(rules, UnaryOperator.identity());
    }

    /// `weight` may give a finding another severity, before what never serves customers is made light of.
    public Check(List<Rule> rules, UnaryOperator<Finding> weight) {
        this.rules = List.copyOf(rules);
        this.weight = weight;
    }

    public Report review(Link link, List<Problem> problems) {
        var answers = new Answers(weight);
        for (var rule : rules) {
            switch (rule) {
                case ClientRule clientRule ->
                    link.clients().forEach(client -> answers.add(rule, client, clientRule.judge(client)));
                case LinkRule linkRule -> answers.add(rule, "all clients", Profile.PLAIN, linkRule.judge(link));
            }
        }
        return answers.report(problems);
    }

    /// Merges what only differs by profile.
    private static final class Answers {
        private final Map<Finding, Set<Profile>> findings = new LinkedHashMap<>();
        private final Set<Report.Open> open = new LinkedHashSet<>();
        private final UnaryOperator<Finding> weight;

        Answers(UnaryOperator<Finding> weight) {
            this.weight = weight;
        }

        void add(Rule rule, Client client, Verdict verdict) {
            add(rule, client.label(), client.profile(), verdict);
        }

        void add(Rule rule, String subject, Profile profile, Verdict verdict) {
            switch (verdict) {
                case Verdict.Violation(var found) ->
                    found.forEach(
                            finding -> findings.computeIfAbsent(weight.apply(finding), any -> new LinkedHashSet<>())
                                    .add(profile));
                case Verdict.Undecided(var why) -> open.add(new Report.Open(rule.id(), subject, why));
                case Verdict.Pass pass -> {}
                case Verdict.NotApplicable inapplicable -> {}
            }
        }

        Report report(List<Problem> problems) {
            var sorted = new ArrayList<Finding>();
            findings.forEach((finding, profiles) -> sorted.add(told(finding, profiles)));
            sorted.sort(WORST_FIRST);
            return new Report(sorted, List.copyOf(open), problems);
        }

        /// A defect of a profile that never serves customers is hygiene, whatever it would be elsewhere.
        private static Finding told(Finding finding, Set<Profile> profiles) {
            var onlyDevelopment = profiles.stream().allMatch(Profile::isDevelopment);
            var named = finding.withSubject(subject(finding, profiles));
            return onlyDevelopment ? named.withSeverity(Severity.LOW) : named;
        }

        private static String subject(Finding finding, Set<Profile> profiles) {
            if (profiles.contains(Profile.PLAIN)) {
                return finding.subject();
            }
            return finding.subject() + ", "
                    + String.join(
                            " and ", profiles.stream().map(Profile::toString).toList());
        }
    }
}
