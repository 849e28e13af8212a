package dev.tautline.check;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
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
        var routes = Routes.of(link);
        for (var rule : rules) {
            switch (rule) {
                case ClientRule clientRule ->
                    link.clients()
                            .forEach(client -> answers.add(
                                    rule,
                                    client.label(),
                                    Circumstances.of(client, clientRule.reach()),
                                    clientRule.judge(client)));
                case RouteRule routeRule ->
                    routes.forEach(route -> answers.add(
                            rule,
                            route.client().label(),
                            Circumstances.of(route),
                            told(routeRule.judge(route), route)));
                case HopRule hopRule ->
                    link.hops()
                            .forEach(hop ->
                                    answers.add(rule, hop.label(), Circumstances.at(hop.stage()), hopRule.judge(hop)));
                case ServerRule serverRule ->
                    link.servers()
                            .forEach(server -> answers.add(
                                    rule, server.label(), Circumstances.at(server.stage()), serverRule.judge(server)));
                case WorkloadRule workloadRule ->
                    link.platform()
                            .workloads()
                            .forEach(workload -> answers.add(
                                    rule,
                                    workload.label(),
                                    Circumstances.at(workload.stage()),
                                    workloadRule.judge(workload)));
                case LinkRule linkRule ->
                    answers.add(rule, "all clients", Circumstances.at(Stage.UNKNOWN), linkRule.judge(link));
            }
        }
        return answers.report(problems);
    }

    private static Verdict told(Verdict verdict, Route route) {
        return verdict instanceof Verdict.Violation(var found)
                ? Verdict.of(found.stream()
                        .map(finding -> Circumstances.told(finding, route))
                        .toList())
                : verdict;
    }

    /// Merges what only differs by profile.
    private static final class Answers {
        private final Map<Finding, Set<Circumstances>> findings = new LinkedHashMap<>();
        private final Set<Report.Open> open = new LinkedHashSet<>();
        private final UnaryOperator<Finding> weight;

        Answers(UnaryOperator<Finding> weight) {
            this.weight = weight;
        }

        void add(Rule rule, String subject, Circumstances circumstances, Verdict verdict) {
            switch (verdict) {
                case Verdict.Violation(var found) ->
                    found.stream()
                            .map(finding -> finding.withEdit(VariableForm.of(finding.edit())))
                            .forEach(finding -> findings.computeIfAbsent(
                                            weight.apply(finding), any -> new LinkedHashSet<>())
                                    .add(circumstances));
                case Verdict.Undecided(var why) -> open.add(new Report.Open(rule.id(), subject, why));
                case Verdict.Pass pass -> {}
                case Verdict.NotApplicable inapplicable -> {}
            }
        }

        Report report(List<Problem> problems) {
            var sorted = new ArrayList<Finding>();
            findings.forEach((finding, circumstances) -> {
                if (circumstances.stream().anyMatch(one -> one.isTold(finding.severity()))) {
                    sorted.add(Circumstances.told(finding, circumstances));
                }
            });
            sorted.sort(WORST_FIRST);
            return new Report(sorted, List.copyOf(open), problems);
        }
    }
}
