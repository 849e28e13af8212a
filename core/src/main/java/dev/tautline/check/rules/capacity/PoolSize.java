package dev.tautline.check.rules.capacity;

import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import java.util.Optional;

/// How many connections a client's pool opens at most, whichever pool it is.
final class PoolSize {
    private PoolSize() {}

    /// Empty for a pool that is not known, and for one without a limit.
    static Optional<Setting.Known<Integer>> of(Client client) {
        return client.pool()
                .keys()
                .flatMap(keys -> client.get(keys.sizes().maximum()).known())
                .filter(size -> size.value() > 0);
    }
}
