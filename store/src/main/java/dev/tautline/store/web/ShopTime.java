package dev.tautline.store.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Points in time as pages print them: the hour and minute of the shop's own clock on the wall, with the date when it
/// is not today's.
@Component
public class ShopTime {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LETTER =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final ZoneId zone;
    private final InstantSource clock;

    /// @param machine what `<time datetime=…>` wants
    public record Printed(String text, String machine) {}

    ShopTime(@Value("${chandlery.time-zone}") ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public Printed of(Instant at) {
        var local = at.atZone(zone);
        var today = local.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return new Printed((today ? TODAY : EARLIER).withLocale(language()).format(local), at.toString());
    }

    /// Day, hour and minute in words, for a letter: whoever reads it does so on another day.
    public String inLetters(Instant at, Locale language) {
        return LETTER.withLocale(language).format(at.atZone(zone));
    }

    /// The day alone.
    public Printed day(Instant at) {
        return new Printed(DAY.withLocale(language()).format(at.atZone(zone)), at.toString());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
