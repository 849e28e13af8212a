package dev.tautline.store.admin;

import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.web.FieldProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The form of a new code as it was typed, with what is wrong with it, all at once. Pure.
///
/// @param least goods in euros; empty for none
/// @param most uses; empty for no limit
/// @param last day, as `2026-12-24`; empty for none
public record PromoForm(String code, String kind, String value, String least, String most, String last) {
    static final int MOST_USES = 1_000_000;
    static final PromoForm BLANK = new PromoForm("", Promo.Kind.PERCENT.name(), "", "", "", "");
    private static final int LONGEST = 40;

    /// What the form asks for.
    ///
    /// @param mostUses nothing for no limit
    /// @param endsAt nothing when it is to be ended by hand
    record Wanted(
            Promo promo,
            @Nullable Integer mostUses,
            @Nullable Instant endsAt) {}

    static PromoForm of(String code, String kind, String value, String least, String most, String last) {
        return new PromoForm(cut(code).toUpperCase(Locale.ROOT), kind, cut(value), cut(least), cut(most), cut(last));
    }

    /// By the field; empty when `wanted` can be asked.
    Map<String, FieldProblem> problems(LocalDate today) {
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        if (!Promo.CODE.matcher(code).matches()) {
            problems.put("code", new FieldProblem("promos.code.form"));
        }
        if (amount().isEmpty()) {
            problems.put("value", new FieldProblem(percent() ? "promos.value.percent" : "promos.value.amount"));
        }
        if (!least.isEmpty() && AmountText.minor(least).isEmpty()) {
            problems.put("least", new FieldProblem("promos.least.form"));
        }
        if (!most.isEmpty() && uses().isEmpty()) {
            problems.put("most", new FieldProblem("promos.most.form", MOST_USES));
        }
        if (!last.isEmpty() && (day() == null || day().isBefore(today))) {
            problems.put("last", new FieldProblem("promos.last.form"));
        }
        return problems;
    }

    /// Only of a form without problems.
    ///
    /// @param zone by whose clock the last day ends
    Wanted wanted(ZoneId zone) {
        var from = least.isEmpty() ? 0 : AmountText.minor(least).orElseThrow();
        var promo = new Promo(
                code, percent() ? Promo.Kind.PERCENT : Promo.Kind.AMOUNT, amount().orElseThrow(), new Money(from));
        var day = day();
        return new Wanted(
                promo,
                most.isEmpty() ? null : uses().orElseThrow(),
                day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private boolean percent() {
        return kind.equals(Promo.Kind.PERCENT.name());
    }

    private OptionalLong amount() {
        if (percent()) {
            return value.matches("[0-9]{1,3}") && Long.parseLong(value) >= 1 && Long.parseLong(value) <= 100
                    ? OptionalLong.of(Long.parseLong(value))
                    : OptionalLong.empty();
        }
        var minor = AmountText.minor(value);
        return minor.isPresent() && minor.getAsLong() > 0 ? minor : OptionalLong.empty();
    }

    private OptionalInt uses() {
        return most.matches("[0-9]{1,7}") && Integer.parseInt(most) >= 1 && Integer.parseInt(most) <= MOST_USES
                ? OptionalInt.of(Integer.parseInt(most))
                : OptionalInt.empty();
    }

    private @Nullable LocalDate day() {
        try {
            return last.isEmpty() ? null : LocalDate.parse(last);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static String cut(String typed) {
        var text = typed.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
