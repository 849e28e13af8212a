package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the application's file says about safety is not in force, because what runs the application says otherwise.
public final class FileValueHiddenByEnvironment implements ClientRule {
    private static final Set<String> VERIFIED = Set.of("verify-ca", "verify-full", "VERIFY_CA", "VERIFY_IDENTITY");
    private static final Set<String> ENCRYPTED = Set.of("require", "REQUIRED", "trust");
    /// A pool that is half as large or twice as large is another one.
    private static final int FACTOR = 2;

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onServer(
                client,
                (url, keys) -> Verdict.of(Stream.of(
                                weakerTls(client, keys), limitGone(client, keys), anyServer(client), otherSize(client))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private Optional<Finding> weakerTls(Client client, DriverKeys keys) {
        return Hidden.of(client, keys.sslMode())
                .filter(mode ->
                        rank(mode.inForce().value()) < rank(mode.inFile().value()))
                .filter(mode -> !isToldByFlags(client))
                .map(mode -> finding(client, mode, "TLS is weaker than the file says"));
    }

    private static int rank(String mode) {
        return VERIFIED.contains(mode) ? 2 : ENCRYPTED.contains(mode) ? 1 : 0;
    }

    private static boolean isToldByFlags(Client client) {
        return client.get(PgjdbcKeys.SSL).chosen().isPresent()
                || MySqlTls.flags().stream()
                        .anyMatch(flag -> client.get(flag).chosen().isPresent());
    }

    private Optional<Finding> limitGone(Client client, DriverKeys keys) {
        var login = keys.product() == Product.PGJDBC
                ? Stream.of(PgjdbcKeys.LOGIN_TIMEOUT)
                : Stream.<SettingKey<Duration>>of();
        return Stream.concat(Stream.of(keys.socketTimeout(), keys.connectTimeout()), login)
                .flatMap(key -> Hidden.of(client, key).stream())
                .filter(limit -> limit.inFile().value().isPositive()
                        && !limit.inForce().value().isPositive())
                .findFirst()
                .map(limit -> finding(client, limit, "the time limit of the file is gone"));
    }

    private Optional<Finding> anyServer(Client client) {
        return Hidden.of(client, PgjdbcKeys.TARGET_SERVER_TYPE)
                .filter(type -> type.inFile().value().equals("primary")
                        && type.inForce().value().equals("any"))
                .filter(type -> client.url().map(url -> url.hosts().size() > 1).orElse(false))
                .map(type -> finding(client, type, "the file asks for the primary, and any server is taken"));
    }

    private Optional<Finding> otherSize(Client client) {
        return Hidden.of(client, HikariKeys.MAXIMUM_POOL_SIZE)
                .filter(size -> size.inForce().isChosen())
                .filter(size -> size.inForce().value() >= size.inFile().value() * FACTOR
                        || size.inFile().value() >= size.inForce().value() * FACTOR)
                .map(size -> finding(client, size, "the pool has another size than the file says")
                        .withSeverity(Severity.LOW));
    }

    private <T> Finding finding(Client client, Hidden<T> hidden, String headline) {
        var key = hidden.inFile().key().name();
        return finding(
                client,
                headline + ": " + key + " is " + Words.told(hidden.inForce()) + ", not " + Words.told(hidden.inFile()),
                "Whoever reads or changes the file believes that it holds. During an outage people turn a knob that is not"
                        + " connected, and look elsewhere when nothing changes.",
                new Edit.Decide(
                        hidden.read(client)[0].origin(),
                        "say " + key + " here as the file does, or take it out of the file"),
                hidden.read(client));
    }
}
