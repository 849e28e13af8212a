package dev.tautline.dashboard.access;

import java.time.Instant;

/// One log-in of a browser.
///
/// @param csrf what state-changing requests must repeat in a header: a page of another site cannot know it
record Session(Account account, String csrf, Instant since, Instant lastSeen) {
    Session seen(Instant now) {
        return new Session(account, csrf, since, now);
    }
}
