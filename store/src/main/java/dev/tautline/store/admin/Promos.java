package dev.tautline.store.admin;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.staff.AuditLog;
import dev.tautline.store.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Promotion codes: the list, making one, ending one. Terms are never changed: baskets and the journal hold copies.
@Component
class Promos {
    private static final int MOST_SHOWN = 200;

    private final AdminTransactions admin;
    private final JdbcClient buy;
    private final AuditLog audit;

    Promos(AdminTransactions admin, JdbcClient buy, AuditLog audit) {
        this.admin = admin;
        this.buy = buy;
        this.audit = audit;
    }

    /// The words are `promos.state.…` of the bundle.
    enum State {
        HOLDS,
        ENDED,
        USED_UP
    }

    /// @param mostUses nothing for no limit
    /// @param endsAt when it ends or has ended; nothing as long as nobody ends it
    record Row(
            Promo promo,
            int uses,
            @Nullable Integer mostUses,
            @Nullable Instant endsAt,
            State state) {}

    /// Those that hold first, then the newest.
    List<Row> all() {
        return admin.reading(line ->
                line.sql("""
                SELECT code, kind, value, from_minor, uses, most_uses,
                    nullif(least(ends_at, ended_at, 'infinity'), 'infinity') AS ends,
                    CASE WHEN least(ends_at, ended_at, 'infinity') <= now() THEN 'ENDED'
                        WHEN uses >= most_uses THEN 'USED_UP' ELSE 'HOLDS' END AS state
                FROM promo_codes
                ORDER BY least(ends_at, ended_at, 'infinity') <= now() OR coalesce(uses >= most_uses, false),
                    made_at DESC, code LIMIT ?""").param(MOST_SHOWN).query((row, index) -> row(row)).list());
    }

    /// False when there is or was a code of that name.
    boolean make(StaffMember who, PromoForm.Wanted wanted) {
        var promo = wanted.promo();
        return admin.inOne(() -> {
            var made = buy.sql("""
                    INSERT INTO promo_codes (code, kind, value, from_minor, most_uses, ends_at)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                            .params(
                                    promo.code(),
                                    promo.kind().name(),
                                    promo.value(),
                                    promo.from().minor())
                            .param(wanted.mostUses())
                            .param(
                                    wanted.endsAt() == null
                                            ? null
                                            : wanted.endsAt().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            if (made) {
                audit.add(who, "PROMO_MADE", subject(promo.code()), Map.of(), told(wanted));
            }
            return made;
        });
    }

    /// False when there is no such code that could still be ended.
    boolean end(StaffMember who, String code) {
        return admin.inOne(() -> {
            var uses = buy.sql("""
                    UPDATE promo_codes SET ended_at = now()
                    WHERE code = ? AND least(ends_at, ended_at, 'infinity') > now() RETURNING uses""").param(code).query(Integer.class).optional();
            uses.ifPresent(count -> audit.add(
                    who,
                    "PROMO_ENDED",
                    subject(code),
                    Map.of("state", "HOLDS"),
                    Map.of("state", "ENDED", "uses", count)));
            return uses.isPresent();
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        var ends = row.getObject("ends", OffsetDateTime.class);
        return new Row(
                new Promo(
                        row.getString("code"),
                        Promo.Kind.valueOf(row.getString("kind")),
                        row.getLong("value"),
                        new Money(row.getLong("from_minor"))),
                row.getInt("uses"),
                row.getObject("most_uses", Integer.class),
                ends == null ? null : ends.toInstant(),
                State.valueOf(row.getString("state")));
    }

    private static Map<String, Object> told(PromoForm.Wanted wanted) {
        Map<String, Object> told = new TreeMap<>(Map.of(
                "kind", wanted.promo().kind().name(),
                "value", wanted.promo().value(),
                "fromMinor", wanted.promo().from().minor()));
        if (wanted.mostUses() != null) {
            told.put("mostUses", wanted.mostUses());
        }
        if (wanted.endsAt() != null) {
            told.put("endsAt", wanted.endsAt().toString());
        }
        return told;
    }

    private static String subject(String code) {
        return "promo " + code;
    }
}
