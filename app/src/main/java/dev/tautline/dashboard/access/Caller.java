package dev.tautline.dashboard.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks, as far as it is proven.
///
/// @param csrf of the session, for those who came with its cookie; null for all others
public record Caller(
        String name, Set<Scope> scopes, @Nullable String csrf) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
