package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// A URL that is written where everybody looks, and another one that the pool takes.
public final class TwoUrlsForOnePool implements ClientRule {
    private static final String SPRING_PREFIX = "spring.datasource";

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        if (!client.usesHikari() || !client.dataSource().equals(SPRING_PREFIX)) {
            return Verdict.notApplicable("not the pool that Spring Boot makes");
        }
        return Rule.chosen(
                client.get(HikariKeys.JDBC_URL),
                ofPool -> Rule.chosen(
                        client.get(SpringKeys.DATASOURCE_URL), ofSource -> judge(client, ofPool, ofSource)));
    }

    private Verdict judge(Client client, Setting.Known<String> ofPool, Setting.Known<String> ofSource) {
        var isMeant = ofPool.value().equals(ofSource.value()) || isOverride(ofPool.origin(), ofSource.origin());
        return isMeant ? Verdict.PASS : Verdict.violation(finding(client, ofPool, ofSource));
    }

    /// A file of the application that overrides another one, such as that of a profile, does so on purpose.
    private static boolean isOverride(Origin ofPool, Origin ofSource) {
        if (ofPool instanceof Origin.InFile winner && ofSource instanceof Origin.InFile loser) {
            var path = String.valueOf(loser.file());
            var isOfApplication = path.substring(path.lastIndexOf('/') + 1).startsWith("application");
            return isOfApplication && !path.equals(String.valueOf(winner.file()));
        }
        return false;
    }

    private Finding finding(Client client, Setting.Known<String> ofPool, Setting.Known<String> ofSource) {
        return finding(
                client,
                "the pool takes another URL than " + SPRING_PREFIX + ".url",
                "HikariCP's own jdbc-url wins. Whoever moves the database, or fails over, changes the URL that everybody"
                        + " looks at, restarts, and the application goes on calling the old server.",
                new Edit.Decide(ofSource.origin(), "keep one of the two URLs, the one that is meant"),
                Evidence.of(ofSource),
                Evidence.of(ofPool));
    }
}
