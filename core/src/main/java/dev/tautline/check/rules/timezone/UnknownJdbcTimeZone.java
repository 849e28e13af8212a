package dev.tautline.check.rules.timezone;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

/// A time zone that Java does not know.
public final class UnknownJdbcTimeZone implements ClientRule {
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT)?[+-]\\d{1,2}(?::?\\d{2})?(?::\\d{2})?|Z");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(HibernateKeys.JDBC_TIME_ZONE), zone -> judge(client, zone));
    }

    private Verdict judge(Client client, Setting.Known<String> zone) {
        return known().contains(zone.value()) || OFFSET.matcher(zone.value()).matches()
                ? Verdict.PASS
                : Verdict.violation(applicationFinding(
                        client,
                        zone.key() + " '" + zone.value() + "' is no time zone that Java knows",
                        "Java takes an unknown name for GMT without a word, or the start fails, by the"
                                + " version of Hibernate. Times of orders are wrong by hours, and correcting them later"
                                + " is guesswork.",
                        Nearest.to(zone.value(), known())
                                .<Edit>map(name -> Edits.application(client, zone.key(), name))
                                .orElseGet(() ->
                                        new Edit.Decide(zone.origin(), "write UTC, or a name such as Europe/Berlin")),
                        Evidence.of(zone)));
    }

    /// Asked for only where somebody chose a zone: the first look into the zones takes a while.
    private static Set<String> known() {
        return Set.of(TimeZone.getAvailableIDs());
    }
}
