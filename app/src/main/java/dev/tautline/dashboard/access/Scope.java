package dev.tautline.dashboard.access;

import io.javalin.security.RouteRole;
import java.util.Locale;

/// What a caller may do. Each route asks for one.
public enum Scope implements RouteRole {
    /// See everything.
    READ,
    /// Scrape `/metrics`.
    METRICS,
    /// Change what the guard does: silence, acknowledge, review again.
    OPERATE;

    /// The word in `taut.yaml` and in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
