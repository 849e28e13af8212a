package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.Instances;
import dev.tautline.settings.SettingKey;
import java.util.List;
import java.util.Optional;

/// All copies together may open half as many connections again.
public final class PoolTotalGrown implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.POOL_SIZE.stream()
                .filter(key -> change.before().get(key).chosen().isPresent()
                        || change.after().get(key).chosen().isPresent())
                .flatMap(key -> judge(change, key).stream())
                .toList();
    }

    private Optional<Finding> judge(ClientChange change, SettingKey<Integer> key) {
        var before = change.before().get(key).known();
        var after = change.after().get(key).known();
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        long was = (long) before.get().value() * copies(change.before());
        long is = (long) after.get().value() * copies(change.after());
        return is * 2 < was * 3 || is == was
                ? Optional.empty()
                : Optional.of(finding(
                        change,
                        "all pools together may open " + was + " → " + is + " connections",
                        "The server has a fixed number of slots for everybody. When they are gone, new copies do not"
                                + " start, and nor does a person's own session.",
                        "see that the server's max_connections, less what is reserved, has room for " + is
                                + " beside all others",
                        new Both<>(before.get(), after.get()).read()));
    }

    private static int copies(Client client) {
        return client.instances().flatMap(Instances::most).orElse(1);
    }
}
