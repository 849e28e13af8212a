package dev.tautline.probe.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// WRITE: a transaction that wrote and was rolled back, and one that was committed. A `null` is something that the
/// server did not let this role try.
///
/// @param rolledBack how long making and filling a temporary table took, until it was gone again
/// @param commit how long a commit took, as this role's transactions do it
/// @param waiting how much of that was waiting for synchronous standbys; null where none are waited for
/// @param synchronousCommit the setting `synchronous_commit` of this role
/// @param standbyNames the setting `synchronous_standby_names`, empty when no standby is waited for
public record Writing(
        @Nullable Duration rolledBack,
        @Nullable Duration commit,
        @Nullable Duration waiting,
        String synchronousCommit,
        String standbyNames)
        implements Evidence {
    @Override
    public String words() {
        return (rolledBack == null
                        ? "no temporary table may be made here"
                        : "written and rolled back in " + micros(rolledBack))
                + (commit == null ? ", no commit may be tried" : ", a commit takes " + micros(commit))
                + (waiting == null
                        ? ""
                        : ", of which " + micros(waiting) + " waiting for standbys (synchronous_standby_names="
                                + standbyNames + ")")
                + (synchronousCommit.equals("on") ? "" : ", synchronous_commit=" + synchronousCommit);
    }

    private static String micros(Duration duration) {
        return duration.toNanos() / 1_000 + " µs";
    }
}
