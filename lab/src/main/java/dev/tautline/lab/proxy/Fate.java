package dev.tautline.lab.proxy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What befalls connections that exist: cut after so many bytes, forgotten after so much silence or at a chunk so
/// large,
/// robbed of the answer to COMMIT.
record Fate(long cutAfterBytes, @Nullable Duration forgottenAfter, int largestChunk, boolean commitsSwallowed) {
    static final Fate NONE = new Fate(Long.MAX_VALUE, null, Integer.MAX_VALUE, false);

    Fate cutAfter(long bytes) {
        return new Fate(Math.min(cutAfterBytes, bytes), forgottenAfter, largestChunk, commitsSwallowed);
    }

    Fate forgettingAfter(Duration idle) {
        var former = forgottenAfter;
        var sooner = former != null && former.compareTo(idle) < 0 ? former : idle;
        return new Fate(cutAfterBytes, sooner, largestChunk, commitsSwallowed);
    }

    Fate losingAbove(int bytes) {
        return new Fate(cutAfterBytes, forgottenAfter, Math.min(largestChunk, bytes), commitsSwallowed);
    }

    Fate swallowingCommits() {
        return new Fate(cutAfterBytes, forgottenAfter, largestChunk, true);
    }
}
