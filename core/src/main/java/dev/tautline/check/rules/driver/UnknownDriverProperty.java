package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.DriverClass;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import java.util.regex.Pattern;

/// A connection property that the driver does not know is ignored.
public final class UnknownDriverProperty implements ClientRule {
    /// Properties that bound waiting, encrypt, prove who somebody is, or choose the server: without them the service
    /// works until the day they are for. The others make it slower, at most.
    private static final Pattern SAFETY = Pattern.compile(
            "(?i).*(time-?out|keep-?alive|ssl|tls|cert|trust|verif|auth|passw|channel|target|host|read-?only|retr|fail-?over).*");

    static boolean isSafety(String property) {
        return SAFETY.matcher(property).matches();
    }

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
        return ClientRule.onServer(
                client,
                (url, keys) -> calledByAnother(client, keys)
                        ? Verdict.undecided("the driver's class and the URL are of different drivers")
                        : Verdict.of(client.settings().strays().stream()
                                .filter(stray -> stray.product() == keys.product()
                                        && OtherDrivers.having(stray).isEmpty())
                                .map(stray -> finding(client, keys, stray))
                                .toList()));
    }

    /// MariaDB's driver up to 2 takes MySQL's URLs, too.
    private static boolean calledByAnother(Client client, DriverKeys keys) {
        return keys.product() == Product.CONNECTOR_J
                && DriverClass.of(client)
                        .filter(name -> name.value().startsWith("org.mariadb."))
                        .isPresent();
    }

    private Finding finding(Client client, DriverKeys keys, Settings.Stray stray) {
        var written = stray.written();
        var meant = keys.vocabulary().nearest(stray.name());
        var found = finding(
                client,
                keys.product().title() + " has no property " + stray.name()
                        + meant.map(name -> "; did you mean " + name + "?").orElse(""),
                "The driver ignores it without a word: what it was meant to switch on is off, and shows only when it is"
                        + " needed.",
                meant.<Edit>map(name -> new Edit.Rename(written.origin(), stray.name(), name))
                        .orElseGet(() -> new Edit.Remove(written.origin(), stray.name())),
                new Evidence(stray.name(), "a value that nothing reads", written.origin()));
        var weighed = isSafety(meant.orElse(stray.name())) ? found : found.withSeverity(Severity.MEDIUM);
        return meant.filter(name -> Nearest.isSlip(stray.name(), name)).isPresent() ? weighed.mendedSafely() : weighed;
    }
}
