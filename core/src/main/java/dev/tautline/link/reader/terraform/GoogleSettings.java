package dev.tautline.link.reader.terraform;

import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.Optional;
import java.util.stream.Stream;

/// What Google Cloud SQL is told in blocks inside `settings`.
record GoogleSettings(Scope scope, HclBlock block) {
    void putInto(Settings.Builder settings) {
        network("ipv4_enabled").ifPresent(public_ -> settings.put(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE, public_));
        network("ssl_mode").ifPresent(mode -> settings.put(ManagedDatabaseKeys.SSL_MODE, mode));
        network("require_ssl").ifPresent(flag -> settings.put(ManagedDatabaseKeys.REQUIRE_SSL, flag));
        inside("backup_configuration")
                .flatMap(backup -> scope.text(backup, "enabled").stream())
                .findFirst()
                .ifPresent(flag -> settings.put(ManagedDatabaseKeys.BACKUP_ENABLED, flag));
        inside("ip_configuration")
                .flatMap(network -> network.in("authorized_networks"))
                .flatMap(range -> scope.text(range, "value").stream())
                .filter(range -> OpenPorts.isEverybody(range.text()))
                .findFirst()
                .ifPresent(range -> settings.put(ManagedDatabaseKeys.OPEN_TO, range));
    }

    private Optional<Written> network(String name) {
        return inside("ip_configuration")
                .flatMap(network -> scope.text(network, name).stream())
                .findFirst();
    }

    private Stream<HclBlock> inside(String word) {
        return block.in("settings").flatMap(settings -> settings.in(word));
    }
}
