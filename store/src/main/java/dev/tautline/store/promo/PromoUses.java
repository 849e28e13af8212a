package dev.tautline.store.promo;

import dev.tautline.store.pricing.Promo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts the uses of codes inside the caller's transaction. A code's row is touched last, after stock: a popular code
/// is
/// one row that all its buyers want, and whoever has it must hold nothing up but the commit.
@Component
public class PromoUses {
    private final JdbcClient buy;

    PromoUses(JdbcClient buy) {
        this.buy = buy;
    }

    /// One more use, never one too many, however many ask at once: the condition is judged again on the row as the
    /// winner of a race left it (PostgreSQL 18, 13.2.1 "Read Committed Isolation Level").
    ///
    /// @param agreedAt when the customer was promised the price, for a code that has ended since; nothing for now
    /// @throws PromoGone when it has ended, was used as often as it may be, or is not the code the database has
    public void take(Promo promo, @Nullable Instant agreedAt) {
        var taken = buy.sql("""
                UPDATE promo_codes SET uses = uses + 1
                WHERE code = ? AND kind = ? AND value = ? AND from_minor = ?
                    AND (most_uses IS NULL OR uses < most_uses)
                    AND least(ends_at, ended_at, 'infinity') > coalesce(?::timestamptz, now())""")
                .params(
                        promo.code(),
                        promo.kind().name(),
                        promo.value(),
                        promo.from().minor())
                .param(agreedAt == null ? null : OffsetDateTime.ofInstant(agreedAt, ZoneOffset.UTC))
                .update();
        if (taken == 0) {
            throw new PromoGone(promo.code());
        }
    }

    /// The use of an order that came to nothing, for others. Call it once, with what ends the order.
    public void giveBack(UUID order) {
        buy.sql("UPDATE promo_codes SET uses = uses - 1 WHERE code = (SELECT promo_code FROM orders WHERE id = ?)")
                .param(order)
                .update();
    }
}
