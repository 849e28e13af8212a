package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Vocabulary;
import java.util.Map;
import java.util.Optional;

/// A key that neither Spring Boot nor the pool knows is ignored.
public final class UnknownPoolProperty implements ClientRule {
    /// Names of other pools and of Spring Boot 1, and what HikariCP calls the same thing.
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("maxactive", "maximumPoolSize"),
            Map.entry("maxpoolsize", "maximumPoolSize"),
            Map.entry("maxtotal", "maximumPoolSize"),
            Map.entry("poolsize", "maximumPoolSize"),
            Map.entry("minidle", "minimumIdle"),
            Map.entry("minpoolsize", "minimumIdle"),
            Map.entry("initialsize", "minimumIdle"),
            Map.entry("maxwait", "connectionTimeout"),
            Map.entry("validationquery", "connectionTestQuery"),
            Map.entry("idletime", "idleTimeout"),
            Map.entry("maxage", "maxLifetime"));

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
        return ClientRule.onHikari(
                client,
                () -> Verdict.of(client.settings().strays().stream()
                        .filter(stray -> stray.product() != Product.PGJDBC)
                        .map(stray -> finding(client, stray))
                        .toList()));
    }

    private Finding finding(Client client, Settings.Stray stray) {
        var written = stray.written();
        var reader = stray.product() == Product.SPRING_BOOT ? "Spring Boot" : "HikariCP";
        var meant = Optional.ofNullable(OTHER_NAMES.get(Vocabulary.squash(stray.name())))
                .or(() -> HikariKeys.VOCABULARY.findRelaxed(stray.name()).map(SettingKey::name))
                .or(() -> HikariKeys.VOCABULARY.nearest(stray.name()))
                .flatMap(HikariKeys.VOCABULARY::find)
                .map(client::poolKey);
        var found = finding(
                client,
                written.key() + " is not a key of " + reader,
                "It is ignored without a word: the pool runs with its default, while the file says otherwise and everybody"
                        + " who reads it believes it.",
                meant.<Edit>map(name -> new Edit.Rename(written.origin(), written.key(), name))
                        .orElseGet(() -> new Edit.Remove(written.origin(), written.key())),
                new Evidence(written.key(), written.shown(), written.origin()));
        // Another pool's name may come with another unit, so only a slip of the pen is plain.
        return meant.filter(name -> Nearest.isSlip(written.key(), name)).isPresent() ? found.mendedSafely() : found;
    }
}
