package dev.tautline.store.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people who work here, in the database. Everything runs inside the caller's transaction of administration.
final class StaffTable {
    private static final String COLUMNS = "id, email, name, role, epoch, enrolled_at, left_at";

    private final JdbcClient line;

    StaffTable(JdbcClient line) {
        this.line = line;
    }

    /// What a sign-in is compared with.
    record Secrets(StaffMember member, String passwordHash, String totpSecret, boolean waits) {
        @Override
        public String toString() {
            return "Secrets[hidden]";
        }
    }

    /// False when the address works here already.
    boolean insert(UUID id, String email, String name, Role role) {
        return line.sql("INSERT INTO staff (id, email, name, role) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id, email, name, role.name())
                        .update()
                == 1;
    }

    List<StaffMember> all(int most) {
        return line.sql("SELECT " + COLUMNS + " FROM staff ORDER BY left_at IS NOT NULL, lower(name), id LIMIT ?")
                .param(most)
                .query(StaffTable::member)
                .list();
    }

    Optional<StaffMember> byId(UUID id) {
        return line.sql("SELECT " + COLUMNS + " FROM staff WHERE id = ?")
                .param(id)
                .query(StaffTable::member)
                .optional();
    }

    Optional<StaffMember> byEmail(String email) {
        return line.sql("SELECT " + COLUMNS + " FROM staff WHERE lower(email) = lower(?)")
                .param(email)
                .query(StaffTable::member)
                .optional();
    }

    Optional<Secrets> secrets(String email) {
        return line.sql("SELECT " + COLUMNS + ", password_hash, totp_secret, wait_until > now() AS waits FROM staff"
                        + " WHERE lower(email) = lower(?) AND left_at IS NULL AND enrolled_at IS NOT NULL")
                .param(email)
                .query((row, index) -> new Secrets(
                        member(row, index),
                        row.getString("password_hash"),
                        row.getString("totp_secret"),
                        row.getBoolean("waits")))
                .optional();
    }

    /// False when that step, or a later one, was used before: of two who send one code at once, one comes in.
    boolean useStep(UUID id, long step) {
        return line.sql("UPDATE staff SET last_step = ?, wrong_codes = 0 WHERE id = ? AND last_step < ?")
                        .params(step, id, step)
                        .update()
                == 1;
    }

    /// False when there is no such code, or it has been used.
    boolean useRecoveryCode(UUID id, byte[] hash) {
        var used = line.sql("UPDATE staff_recovery_codes SET used_at = now()"
                                + " WHERE staff_id = ? AND code_hash = ? AND used_at IS NULL")
                        .params(id, hash)
                        .update()
                == 1;
        if (used) {
            line.sql("UPDATE staff SET wrong_codes = 0 WHERE id = ?").param(id).update();
        }
        return used;
    }

    /// From the fifth wrong code in a row on each one costs a wait, which doubles up to a quarter of an hour: 10^6
    /// codes, three of which are right at a time, outlast whoever has nothing but the password.
    void countWrongCode(UUID id) {
        line.sql("""
                UPDATE staff SET wrong_codes = wrong_codes + 1, wait_until = now() + CASE
                    WHEN wrong_codes >= 4 THEN make_interval(secs => least(900, 15 * power(2, least(wrong_codes - 4, 6))))
                    ELSE interval '0' END
                WHERE id = ?""").param(id).update();
    }

    /// False when the link was used before, or a newer one was.
    boolean enrol(StaffMember member, String passwordHash, String totpSecret, long step) {
        return line.sql("""
                UPDATE staff SET password_hash = ?, totp_secret = ?, last_step = ?, wrong_codes = 0, wait_until = now(),
                    epoch = epoch + 1, enrolled_at = now() WHERE id = ? AND epoch = ? AND left_at IS NULL""")
                        .params(passwordHash, totpSecret, step, member.id(), member.epoch())
                        .update()
                == 1;
    }

    /// False when it was changed, or the second factor was set anew, meanwhile.
    boolean changePassword(StaffMember member, String passwordHash) {
        return line.sql("UPDATE staff SET password_hash = ?, epoch = epoch + 1"
                                + " WHERE id = ? AND epoch = ? AND left_at IS NULL")
                        .params(passwordHash, member.id(), member.epoch())
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(UUID id, List<byte[]> hashes) {
        line.sql("DELETE FROM staff_recovery_codes WHERE staff_id = ?")
                .param(id)
                .update();
        hashes.forEach(hash -> line.sql("INSERT INTO staff_recovery_codes (staff_id, code_hash) VALUES (?, ?)")
                .params(id, hash)
                .update());
    }

    /// Whoever leaves keeps a row, for the log names it; the secrets go.
    void leave(UUID id) {
        line.sql("UPDATE staff SET left_at = now(), password_hash = NULL, totp_secret = NULL, enrolled_at = NULL,"
                        + " epoch = epoch + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /// Comes back, or is somebody else now; takes effect with the next page.
    void change(UUID id, String name, Role role) {
        line.sql("UPDATE staff SET name = ?, role = ?, left_at = NULL WHERE id = ?")
                .params(name, role.name(), id)
                .update();
    }

    /// How many could let others in if this one could not. Locks them: two who dismiss each other do not both succeed.
    int otherAdmins(UUID except) {
        return line
                .sql("SELECT id FROM staff WHERE role = 'ADMIN' AND left_at IS NULL AND enrolled_at IS NOT NULL"
                        + " ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> !id.equals(except))
                .toList()
                .size();
    }

    static StaffMember member(ResultSet row, int index) throws SQLException {
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getInt("epoch"),
                row.getObject("enrolled_at") != null,
                row.getObject("left_at") != null);
    }
}
