package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import java.util.List;

/// A replication slot keeps WAL that nobody fetches: the disk fills, or the slot is given up.
final class SlotRetainsWal implements Hypothesis {
    /// Three files of WAL: a consumer that only pauses seldom leaves as much.
    private static final long SEVERAL_SEGMENTS = 48L * 1024 * 1024;

    private static final Cause RETAINS =
            new Cause("slot-retains-wal", "A replication slot fills the disk", Owner.DATABASE);
    private static final Cause LOST = new Cause("slot-lost", "A replication slot is lost", Owner.DATABASE);

    @Override
    public Cause cause() {
        return RETAINS;
    }

    @Override
    public List<Cause> causes() {
        return List.of(RETAINS, LOST);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, SlotRetainsWal::judge);
    }

    private static Judgement judge(ServerView server) {
        var replication = server.replication();
        if (replication == null) {
            return new Unknown("replication slots cannot be read");
        }
        for (var slot : replication.slots()) {
            switch (slot.walStatus()) {
                case "lost" -> {
                    return lost(server, slot);
                }
                case "unreserved" -> {
                    return retains(server, slot);
                }
                case "extended" -> {
                    if (!slot.active()) {
                        return retains(server, slot);
                    }
                }
                default -> {
                    if (abandoned(slot, replication)) {
                        return retains(server, slot);
                    }
                }
            }
        }
        return new Refuted("none of %d replication slots is abandoned or keeps more WAL than max_wal_size"
                .formatted(replication.slots().size()));
    }

    /// Nobody fetches, nothing bounds what is kept, and no standby that was there a while ago is on its way back.
    private static boolean abandoned(Slot slot, ServerReplication replication) {
        return !slot.active()
                && slot.safeBytes() == null
                && slot.retainedBytes() >= SEVERAL_SEGMENTS
                && replication.missing().isEmpty();
    }

    private static Supported retains(ServerView server, Slot slot) {
        return new Supported(
                RETAINS,
                server.target(),
                Strength.CERTAIN,
                "the replication slot " + slot.name() + " keeps " + Unit.bytes(slot.retainedBytes()) + " of WAL"
                        + (slot.active() ? "" : ", and nobody is connected to it"),
                List.of(describe(slot)),
                "Start its consumer again, or drop it if there is none any more: SELECT pg_drop_replication_slot('"
                        + slot.name() + "'); bound what slots keep with max_slot_wal_keep_size.",
                null);
    }

    private static Supported lost(ServerView server, Slot slot) {
        return new Supported(
                LOST,
                server.target(),
                Strength.CERTAIN,
                "the replication slot " + slot.name() + " has lost WAL that its consumer needs",
                List.of(describe(slot)),
                "Build its standby or subscriber anew, drop the slot, and raise max_slot_wal_keep_size.",
                null);
    }

    private static String describe(Slot slot) {
        return "slot %s: %s, wal_status %s, %s kept%s%s"
                .formatted(
                        slot.name(),
                        slot.active() ? "active" : "inactive",
                        slot.walStatus(),
                        Unit.bytes(slot.retainedBytes()),
                        slot.growthPerSecond() == null
                                ? ""
                                : ", growing by " + Unit.bytes(slot.growthPerSecond()) + "/s",
                        slot.safeBytes() == null ? ", no limit" : ", " + Unit.bytes(slot.safeBytes()) + " to go");
    }
}
