package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.UrlScheme;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// A rule about one client at a time.
public non-sealed interface ClientRule extends Rule {
    Verdict judge(Client client);

    /// Where the defect does its harm.
    default Reach reach() {
        return Reach.ANYWHERE;
    }

    /// A finding about this client. What is read first is what it points at.
    default Finding finding(Client client, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(client.label(), headline, consequence, edit, read);
    }

    /// Judges a client that calls PostgreSQL through JDBC; a URL that cannot be seen is undecided.
    static Verdict onPostgres(Client client, Function<JdbcUrl, Verdict> judgement) {
        return onUrl(
                client, url -> client.callsPostgres() ? judgement.apply(url) : Verdict.notApplicable("not PostgreSQL"));
    }

    /// Judges a client of a database whose driver we know: PostgreSQL, MySQL or MariaDB.
    static Verdict onServer(Client client, BiFunction<JdbcUrl, DriverKeys, Verdict> judgement) {
        return onUrl(
                client,
                url -> DriverKeys.of(url)
                        .map(keys -> judgement.apply(url, keys))
                        .orElseGet(() -> Verdict.notApplicable("neither PostgreSQL, MySQL nor MariaDB")));
    }

    /// Judges a client that calls MySQL or MariaDB, with whichever driver its URL is written for.
    static Verdict onMySql(Client client, BiFunction<JdbcUrl, DriverKeys, Verdict> judgement) {
        return onServer(
                client,
                (url, keys) -> keys.product() == Product.PGJDBC
                        ? Verdict.notApplicable("neither MySQL nor MariaDB")
                        : judgement.apply(url, keys));
    }

    /// Judges a client that uses MySQL Connector/J.
    static Verdict onConnectorJ(Client client, Function<JdbcUrl, Verdict> judgement) {
        return onServer(
                client,
                (url, keys) -> keys.product() == Product.CONNECTOR_J
                        ? judgement.apply(url)
                        : Verdict.notApplicable("not MySQL Connector/J"));
    }

    /// Judges a client that uses MariaDB Connector/J.
    static Verdict onMariaDb(Client client, Function<JdbcUrl, Verdict> judgement) {
        return onServer(
                client,
                (url, keys) -> keys.product() == Product.MARIADB_DRIVER
                        ? judgement.apply(url)
                        : Verdict.notApplicable("not MariaDB Connector/J"));
    }

    private static Verdict onUrl(Client client, Function<JdbcUrl, Verdict> judgement) {
        if (client.url().isPresent()) {
            return client.url().get().scheme().form() == UrlScheme.Form.JDBC
                    ? judgement.apply(client.url().get())
                    : Verdict.notApplicable("not a client in Java");
        }
        return client.urlText().isResolved()
                ? Verdict.notApplicable("no JDBC URL")
                : Verdict.undecided("the URL is " + client.urlText().shown() + " at "
                        + client.urlText().origin() + ", and nothing here resolves it");
    }

    /// Judges the first of these switches that somebody switched on; one that cannot be resolved is undecided.
    static Verdict onFirstOn(
            Client client, List<SettingKey<Boolean>> switches, Function<Setting.Known<Boolean>, Verdict> judgement) {
        var verdicts = switches.stream()
                .map(key -> Rule.chosen(client.get(key), flag -> flag.value() ? judgement.apply(flag) : Verdict.PASS))
                .toList();
        return verdicts.stream()
                .filter(Verdict.Violation.class::isInstance)
                .findFirst()
                .or(() -> verdicts.stream()
                        .filter(Verdict.Undecided.class::isInstance)
                        .findFirst())
                .orElse(Verdict.PASS);
    }

    /// Judges a client with a HikariCP pool.
    static Verdict onHikari(Client client, Supplier<Verdict> judgement) {
        return client.usesHikari() ? judgement.get() : Verdict.notApplicable("no HikariCP pool");
    }

    /// Judges a setting of Spring Boot; under another framework there is no such thing, unless it is written all the
    /// same.
    static <T> Verdict ofSpring(Client client, SettingKey<T> key, Function<Setting.Known<T>, Verdict> judgement) {
        var setting = client.get(key);
        return setting instanceof Setting.Unset<T> && client.application().framework() != Framework.SPRING_BOOT
                ? Verdict.notApplicable("not Spring Boot")
                : Rule.given(setting, judgement);
    }

    /// A finding about the application that the client belongs to, told once however many data sources it has.
    default Finding applicationFinding(
            Client client, String headline, String consequence, Edit edit, Evidence... read) {
        return finding(client.service(), headline, consequence, edit, read);
    }

    /// The client's URL as evidence, credentials masked.
    static Evidence url(Client client) {
        return new Evidence("url", client.urlText().shown(), client.urlText().origin());
    }
}
