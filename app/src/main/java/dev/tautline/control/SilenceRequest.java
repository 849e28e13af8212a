package dev.tautline.control;

import dev.tautline.alert.quiet.Matcher;
import dev.tautline.alert.quiet.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A silence that somebody asks for.
///
/// @param from null for now
public record SilenceRequest(
        @Nullable List<String> matchers,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String by,
        @Nullable String why) {
    /// A longer one is forgotten, and with it an outage.
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST_WORDS = 500;

    /// @param problems hears all that is wrong with it
    Optional<Silence> read(String id, Instant now, List<String> problems) {
        var begin = from == null ? now : from;
        if (until == null || !until.isAfter(now) || !until.isAfter(begin)) {
            problems.add("'until' must be later than now and than 'from'");
        } else if (Duration.between(begin, until).compareTo(LONGEST) > 0) {
            problems.add("a silence lasts at most " + LONGEST.toDays() + " days");
        }
        words("by", by, problems);
        words("why", why, problems);
        var read = new ArrayList<Matcher>();
        for (var text : Objects.requireNonNullElse(matchers, List.<String>of())) {
            Matcher.parse(text, problems::add).ifPresent(read::add);
        }
        if (matchers == null || matchers.isEmpty()) {
            problems.add("a matcher is missing, such as owner=database");
        }
        return problems.isEmpty() && until != null && by != null && why != null
                ? Optional.of(new Silence(id, read, begin, until, by.strip(), why.strip()))
                : Optional.empty();
    }

    private static void words(String name, @Nullable String words, List<String> problems) {
        if (words == null || words.isBlank() || words.length() > MOST_WORDS) {
            problems.add("'" + name + "' is missing, or longer than " + MOST_WORDS + " characters");
        }
    }
}
