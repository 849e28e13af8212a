package dev.tautline.dashboard.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The browsers that are logged in, known by the hash of what their cookie holds. Thread-safe; forgotten when the guard
/// ends.
final class Sessions {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(2);
    private static final int MOST = 1000;
    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /// @return what the cookie holds
    String begin(Account account) {
        forgetOld();
        var id = random();
        var now = clock.instant();
        sessions.put(Hashes.sha256(id), new Session(account, random(), now, now));
        return id;
    }

    Optional<Session> find(String id) {
        var now = clock.instant();
        return Optional.ofNullable(sessions.computeIfPresent(
                Hashes.sha256(id), (key, session) -> ended(session, now) ? null : session.seen(now)));
    }

    void end(String id) {
        sessions.remove(Hashes.sha256(id));
    }

    private void forgetOld() {
        var now = clock.instant();
        sessions.values().removeIf(session -> ended(session, now));
        while (sessions.size() >= MOST) {
            sessions.entrySet().stream()
                    .min(Map.Entry.comparingByValue((a, b) -> a.lastSeen().compareTo(b.lastSeen())))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
    }

    private static boolean ended(Session session, Instant now) {
        return session.since().plus(LONGEST).isBefore(now)
                || session.lastSeen().plus(IDLE).isBefore(now);
    }

    private String random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
