package dev.tautline.store.promo;

import dev.tautline.store.database.Line;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks up what visitors type. Over the browse line: from a standby while there is no primary.
@Component
public class PromoCodes {
    // A visitor waits for it in front of the basket.
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final JdbcClient browse;

    PromoCodes(@Qualifier("browse") Line browse) {
        this.browse = browse.sql(LONGEST);
    }

    /// What a code is good for just now.
    public sealed interface Found {
        record Holds(Promo promo) implements Found {}

        /// There is none of that name.
        record Unknown() implements Found {}

        record Ended() implements Found {}

        /// As often as it may be; an order that comes to nothing gives its use back.
        record UsedUp() implements Found {}
    }

    /// As people type it: in any letters, with spaces around.
    public Found find(String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        if (!Promo.CODE.matcher(code).matches()) {
            return new Found.Unknown();
        }
        return browse.sql("""
                SELECT code, kind, value, from_minor, least(ends_at, ended_at, 'infinity') <= now() AS ended,
                    coalesce(uses >= most_uses, false) AS used_up
                FROM promo_codes WHERE code = ?""")
                .param(code)
                .query((row, index) -> found(row))
                .optional()
                .orElseGet(Found.Unknown::new);
    }

    /// The terms of a code that an order may be placed with, if it holds.
    public Optional<Promo> holding(String typed) {
        return find(typed) instanceof Found.Holds(var promo) ? Optional.of(promo) : Optional.empty();
    }

    private static Found found(ResultSet row) throws SQLException {
        if (row.getBoolean("ended")) {
            return new Found.Ended();
        }
        return row.getBoolean("used_up") ? new Found.UsedUp() : new Found.Holds(promo(row));
    }

    private static Promo promo(ResultSet row) throws SQLException {
        return new Promo(
                row.getString("code"),
                Promo.Kind.valueOf(row.getString("kind")),
                row.getLong("value"),
                new Money(row.getLong("from_minor")));
    }
}
