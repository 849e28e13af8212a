package dev.tautline.cli;

import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Workload;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One client as it will run: whom it calls, and its settings with their origins. Holds no secret.
record EffectiveClient(Client client, String url, List<Row> rows) {
    /// One setting. `value` is in words, `origin` where it comes from; `isDefault` when nobody chose it.
    record Row(Product product, String name, String value, String origin, boolean isDefault) {}

    /// The defaults that decide how a connection behaves with what is around it, so they are told although nobody chose
    /// them.
    private static final Set<SettingKey<?>> DECISIVE = Set.of(
            PgjdbcKeys.CONNECT_TIMEOUT,
            PgjdbcKeys.LOGIN_TIMEOUT,
            PgjdbcKeys.PREPARE_THRESHOLD,
            PgjdbcKeys.SOCKET_TIMEOUT,
            PgjdbcKeys.SSL_MODE,
            PgjdbcKeys.TARGET_SERVER_TYPE,
            PgjdbcKeys.TCP_KEEP_ALIVE,
            SpringKeys.TOMCAT_THREADS_MAX);

    static EffectiveClient of(Client client, boolean all) {
        var keys = new LinkedHashSet<SettingKey<?>>();
        client.settings().written().forEach(setting -> keys.add(setting.key()));
        var defaults = new ArrayList<SettingKey<?>>();
        client.pool().vocabulary().ifPresent(names -> defaults.addAll(names.keys()));
        if (client.callsPostgres() && client.url().flatMap(DriverKeys::of).isPresent()) {
            defaults.addAll(PgjdbcKeys.VOCABULARY.keys());
        }
        if (client.application().framework() == Framework.SPRING_BOOT) {
            defaults.addAll(SpringKeys.VOCABULARY.keys());
        }
        var pool = client.pool().keys();
        pool.ifPresent(own -> defaults.addAll(decisive(own)));
        var told = pool.map(EffectiveClient::decisive).orElse(List.of());
        defaults.stream()
                .filter(key -> all || DECISIVE.contains(key) || told.contains(key))
                .forEach(keys::add);
        // The head line tells whom the client calls.
        keys.remove(SpringKeys.DATASOURCE_URL);
        return new EffectiveClient(
                client,
                client.url()
                        .map(Object::toString)
                        .orElseGet(() -> client.urlText().shown()),
                keys.stream()
                        .map(client::get)
                        .map(EffectiveClient::row)
                        .sorted(Comparator.comparing(Row::product).thenComparing(Row::name))
                        .toList());
    }

    /// What decides in each pool, whatever it is called there.
    private static List<SettingKey<?>> decisive(PoolKeys keys) {
        return Stream.<Optional<? extends SettingKey<?>>>of(
                        Optional.of(keys.sizes().maximum()),
                        Optional.of(keys.times().acquire()),
                        keys.times().idle(),
                        keys.times().maxLifetime(),
                        keys.tests().interval())
                .<SettingKey<?>>flatMap(Optional::stream)
                .toList();
    }

    Optional<String> workload() {
        return client.workload().map(Workload::label);
    }

    static Row row(Setting<?> setting) {
        var key = setting.key();
        return switch (setting) {
            case Setting.Known<?> known ->
                new Row(
                        key.product(),
                        key.name(),
                        Words.told(known),
                        known.origin().toString(),
                        !known.isChosen());
            case Setting.Unresolved<?> open -> row(open, open.origin(), ", and nothing here resolves it");
            case Setting.Malformed<?> bad ->
                row(bad, bad.origin(), ", which is not " + key.type().allowed());
            case Setting.Unset<?> unset ->
                new Row(key.product(), key.name(), Words.told(unset), "no documented default", true);
        };
    }

    private static Row row(Setting<?> setting, Origin origin, String remark) {
        return new Row(setting.key().product(), setting.key().name(), Words.told(setting), origin + remark, false);
    }
}
