package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerActivity.Group;
import dev.tautline.diagnosis.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who holds connections, as the servers and the pools tell it.
final class SlotHolders {
    private static final int MOST = 5;

    private SlotHolders() {}

    static List<String> of(Scene scene) {
        var holders = new ArrayList<String>();
        scene.servers().stream()
                .filter(server -> server.silentSeconds() == 0)
                .forEach(server -> addGroups(server, holders));
        PoolOf.all(scene).stream()
                .map(of -> "%s's pool %s holds %d and may hold %d"
                        .formatted(
                                of.instance().name(),
                                of.pool().name(),
                                of.pool().total(),
                                of.pool().maximum()))
                .forEach(holders::add);
        return holders;
    }

    private static void addGroups(ServerView server, List<String> holders) {
        holders.add("%s: %d of %d connections in use"
                .formatted(server.target(), server.connections(), server.maxConnections()));
        server.activity().groups().stream()
                .sorted(Comparator.comparingInt(Group::sessions).reversed())
                .limit(MOST)
                .map(Group::describe)
                .forEach(holders::add);
    }

    /// What all pools that report may hold together.
    static int mayHold(Scene scene) {
        return PoolOf.all(scene).stream().mapToInt(of -> of.pool().maximum()).sum();
    }

    /// What they hold now.
    static int held(Scene scene) {
        return PoolOf.all(scene).stream().mapToInt(of -> of.pool().total()).sum();
    }
}
