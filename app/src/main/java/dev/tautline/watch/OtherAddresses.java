package dev.tautline.watch;

import dev.tautline.diagnosis.RouteDetails.OtherAddress;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.Failure;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.evidence.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The addresses of a name beside its first: one of them is climbed to per period, in turn, and what was seen
/// there is kept until its next turn. Confined to the lane's thread.
final class OtherAddresses {
    /// A name of more addresses is a crowd of servers; a sample of them will do.
    private static final int MOST = 4;

    private final Ladder ladder;
    private final ProbeTarget target;
    private final Duration deadline;
    private final Map<InetAddress, OtherAddress> seen = new LinkedHashMap<>();
    private int turn;

    OtherAddresses(Ladder ladder, ProbeTarget target, Duration deadline) {
        this.ladder = ladder;
        this.target = target;
        this.deadline = deadline;
    }

    /// Climbs to the next one and tells what is known of all.
    List<OtherAddress> next(LadderResult first) {
        var others = first.addresses().stream()
                .filter(address -> !address.equals(first.address()))
                .limit(MOST)
                .toList();
        seen.keySet().retainAll(others);
        if (!others.isEmpty()) {
            var address = others.get(turn++ % others.size());
            seen.put(address, climb(address));
        }
        return List.copyOf(seen.values());
    }

    private OtherAddress climb(InetAddress address) {
        var result = ladder.climbTo(address, target, Deadline.after(deadline));
        var role = result.role();
        return new OtherAddress(
                address.getHostAddress(),
                result.passed(),
                result.failure().map(failed -> words(failed.failure())).orElseGet(() -> words(role)));
    }

    private static String words(Failure failure) {
        return "fails: " + failure.words();
    }

    private static String words(@Nullable Role role) {
        return role == null ? "it answers" : role.words();
    }
}
