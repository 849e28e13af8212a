package dev.tautline.check.change;

import dev.tautline.check.Circumstances;
import dev.tautline.check.Reach;
import dev.tautline.finding.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks every change rule about what changed. The same risk under several profiles is one finding, and only hygiene
/// when none of them serves customers.
public final class ChangeCheck {
    private final List<ChangeRule> rules;

    public ChangeCheck(List<ChangeRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public List<Finding> review(LinkChange change) {
        var found = new LinkedHashMap<Finding, Set<Circumstances>>();
        for (var rule : rules) {
            switch (rule) {
                case ClientChangeRule ofClients ->
                    change.clients()
                            .forEach(pair ->
                                    add(found, ofClients.judge(pair), Circumstances.of(pair.after(), Reach.ANYWHERE)));
                case ServerChangeRule ofServers ->
                    change.servers()
                            .forEach(pair -> add(
                                    found,
                                    ofServers.judge(pair),
                                    Circumstances.at(pair.after().stage())));
            }
        }
        return found.entrySet().stream()
                .map(entry -> Circumstances.told(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule))
                .toList();
    }

    private static void add(
            Map<Finding, Set<Circumstances>> found, List<Finding> findings, Circumstances circumstances) {
        findings.forEach(finding ->
                found.computeIfAbsent(finding, any -> new LinkedHashSet<>()).add(circumstances));
    }
}
