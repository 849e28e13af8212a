package dev.tautline.store.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who did what to what. Written in the transaction of the deed: both exist, or neither does. Nobody can change it
/// afterwards: administration may append and read, and a trigger stops the owner of the table.
@Component
public class AuditLog {
    private final JdbcClient buy;
    private final JsonMapper json;

    AuditLog(JdbcClient buy, JsonMapper json) {
        this.buy = buy;
        this.json = json;
    }

    /// @param action a word of `audit.…` of the bundle
    public record Entry(
            long id,
            Instant at,
            String who,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {}

    /// In the caller's transaction of administration. Values must hold no secret.
    public void add(StaffMember who, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        add(who.id(), who.email(), action, subject, before, after);
    }

    /// @param staff nobody when it was done by a command
    void add(
            @Nullable UUID staff,
            String who,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        buy.sql("""
                INSERT INTO audit (staff_id, who, action, subject, before, after)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .param(staff)
                .params(who, action, subject)
                .param(text(before))
                .param(text(after))
                .update();
    }

    private @Nullable String text(Map<String, ?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    /// The newest first, older than that entry.
    public static List<Entry> before(JdbcClient line, long id, int most) {
        return line.sql("SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, most)
                .query((row, index) -> entry(row))
                .list();
    }

    /// What was done to one thing, the newest first.
    public static List<Entry> about(JdbcClient line, String subject, int most) {
        return line.sql("SELECT * FROM audit WHERE subject = ? ORDER BY id DESC LIMIT ?")
                .params(subject, most)
                .query((row, index) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"));
    }
}
