package dev.tautline.store.staff;

import dev.tautline.store.cookie.Cookies;
import dev.tautline.store.database.AdminTransactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions of staff lie in the database, unlike those of customers: each can be ended at once. The browser holds a
/// random key, sent to pages of this site alone.
@Component
class StaffSessions {
    static final Duration LONGEST = Duration.ofHours(8);
    static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

    private static final String NAME = "staff";
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final AdminTransactions admin;
    private final JdbcClient buy;
    private final SecureRandom random;

    StaffSessions(AdminTransactions admin, JdbcClient buy, SecureRandom random) {
        this.admin = admin;
        this.buy = buy;
        this.random = random;
    }

    /// @param key what the browser holds
    record Session(String key, StaffMember member) {
        @Override
        public String toString() {
            return "Session[hidden]";
        }
    }

    /// Whoever the request's session belongs to. Looking keeps it alive, noted once a minute.
    Optional<Session> read(HttpServletRequest request) {
        return Cookies.read(request, NAME)
                .filter(key -> KEY.matcher(key).matches())
                .flatMap(key -> admin.reading(line -> find(line, key)).map(member -> new Session(key, member)));
    }

    private Optional<StaffMember> find(JdbcClient line, String key) {
        var found = line.sql("""
                SELECT m.id, m.email, m.name, m.role, m.epoch, m.enrolled_at, m.left_at
                FROM staff_sessions s JOIN staff m ON m.id = s.staff_id
                WHERE s.token_hash = ? AND s.ends_at > now() AND s.seen_at > now() - make_interval(secs => ?)
                    AND m.left_at IS NULL""")
                .params(Digest.of(key), LONGEST_IDLE.toSeconds())
                .query(StaffTable::member)
                .optional();
        if (found.isPresent() && admin.canWrite()) {
            line.sql("UPDATE staff_sessions SET seen_at = now()"
                            + " WHERE token_hash = ? AND seen_at < now() - interval '1 minute'")
                    .param(Digest.of(key))
                    .update();
        }
        return found;
    }

    /// In the caller's transaction of administration; clears away what ended meanwhile.
    String open(UUID member) {
        buy.sql("DELETE FROM staff_sessions WHERE ends_at < now()").update();
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        buy.sql("INSERT INTO staff_sessions (token_hash, staff_id, ends_at)"
                        + " VALUES (?, ?, now() + make_interval(secs => ?))")
                .params(Digest.of(key), member, LONGEST.toSeconds())
                .update();
        return key;
    }

    /// In the caller's transaction of administration.
    void endAllOf(UUID member) {
        buy.sql("DELETE FROM staff_sessions WHERE staff_id = ?").param(member).update();
    }

    void end(Session session) {
        admin.inOne(() -> {
            buy.sql("DELETE FROM staff_sessions WHERE token_hash = ?")
                    .param(Digest.of(session.key()))
                    .update();
        });
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String key) {
        Cookies.writeStrict(request, response, NAME, key, LONGEST);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.writeStrict(request, response, NAME, "", Duration.ZERO);
    }
}
