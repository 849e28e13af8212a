package dev.tautline.check.policy;

import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// One entry of `check.ignore`: findings of `rule` (or of any, for `*`) in files whose path below `base` fits `glob`
/// are accepted for `reason`, up to and including the day `until`.
public record Ignore(
        String rule, Path base, String glob, String reason, Optional<LocalDate> until, Origin.InFile origin) {
    /// Stands for every rule.
    public static final String ANY_RULE = "*";

    /// Whether a path can be compared with `text`.
    public static boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException noGlob) {
            return false;
        }
    }

    boolean isOver(LocalDate today) {
        return until.map(today::isAfter).orElse(false);
    }

    boolean covers(Finding finding) {
        return (rule.equals(ANY_RULE) || rule.equals(finding.rule()))
                && finding.at().place().map(place -> fits(place.file())).orElse(false);
    }

    private boolean fits(Path file) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return matcher.matches(Paths.below(base, file));
    }
}
