package dev.tautline.ground;

import dev.tautline.lab.Injection;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.scoring.Arena;
import dev.tautline.scoring.Challenge;
import dev.tautline.scoring.Watcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A [ShopGround] with watchers. Challenges are faults as people write them. Closing it closes both.
public final class ShopArena implements Arena {
    private final Supplier<ShopGround> grounds;
    private final Function<ShopGround, List<Watcher>> watching;
    private ShopGround ground;
    private List<Watcher> watchers;

    /// Opens the first ground at once.
    ///
    /// @param grounds puts one up
    /// @param watching starts the watchers on it
    public ShopArena(Supplier<ShopGround> grounds, Function<ShopGround, List<Watcher>> watching) {
        this.grounds = grounds;
        this.watching = watching;
        this.ground = grounds.get();
        this.watchers = watched(ground);
    }

    @Override
    public List<Watcher> watchers() {
        return watchers;
    }

    @Override
    public Optional<String> obstacle(Challenge challenge) {
        return switch (Faults.parse(challenge.fault()).feasibleIn(ground.lab())) {
            case Feasibility.Possible _ -> Optional.empty();
            case Feasibility.Impossible(var reason) -> Optional.of(reason);
        };
    }

    @Override
    public Injection inject(Challenge challenge) {
        return ground.lab().inject(Faults.parse(challenge.fault()));
    }

    @Override
    public long harmed() {
        return ground.harmed();
    }

    @Override
    public void renew() {
        close();
        ground = grounds.get();
        watchers = watched(ground);
    }

    @Override
    public void close() {
        watchers.forEach(Watcher::close);
        ground.close();
    }

    private List<Watcher> watched(ShopGround opened) {
        try {
            return watching.apply(opened);
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }
}
