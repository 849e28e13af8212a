package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pools of all instances together may hold more connections than the server has slots, and do: it shows when
/// the service is scaled out, or when a pool is enlarged.
final class PoolsExceedServer extends ToldByFailure {
    /// Of the slots in use, the part that the pools hold when it is they who took them.
    private static final double MOST_OF_THEM = 0.5;

    PoolsExceedServer() {
        super(
                new Cause("pools-exceed-server", "Pools larger than the server's limit", Owner.APPLICATION),
                Step.SESSION,
                FailureKind.CONNECTION_SLOTS_USED_UP,
                SlotsUsedUp.OTHERS);
    }

    /// Both numbers, when the pools are what is too much; empty when they are not, or nobody knows.
    static Optional<String> tooMuch(Scene scene) {
        int mayHold = SlotHolders.mayHold(scene);
        int held = SlotHolders.held(scene);
        return scene.servers().stream()
                .filter(server -> server.maxConnections() > 0)
                .filter(server -> mayHold > server.maxConnections() && held >= MOST_OF_THEM * server.maxConnections())
                .map(server -> "the pools that report may hold %d connections and hold %d; %s has %d slots"
                        .formatted(mayHold, held, server.target(), server.maxConnections()))
                .findFirst();
    }

    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return tooMuch(scene).isPresent()
                ? Optional.empty()
                : Optional.of("the pools that report may hold %d connections together and hold %d"
                        .formatted(SlotHolders.mayHold(scene), SlotHolders.held(scene)));
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        var more = new ArrayList<String>();
        tooMuch(scene).ifPresent(more::add);
        more.addAll(SlotHolders.of(scene));
        return more;
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return scene.changes().reversed().stream()
                .filter(change -> (change.kind() == Change.Kind.CLIENT_SETTING
                                && change.what().endsWith("." + PoolTooSmall.SETTING))
                        || change.what().equals("max_connections"))
                .findFirst();
    }

    @Override
    String fix(PathFailure failure, Scene scene) {
        return "Lower maximumPoolSize of the pools so that all instances together stay below max_connections, or put a"
                + " pooler in between.";
    }
}
