package dev.tautline.store.database;

import java.util.Set;
import org.slf4j.Logger;
import org.springframework.dao.TransientDataAccessException;

/// Whose matter it is that the database did not do what it was asked for, and with it what a visitor is answered.
public enum Refusal {
    /// No answer, none in time, or one that lets nobody in: it will work again by itself or by its operators' hands.
    AWAY,
    /// It holds no such text as the visitor typed.
    INPUT,
    /// It understood that the shop asked for something that cannot be: a mistake of the shop's own, which waiting mends
    /// as little as asking in another way.
    DEFECT;

    // PostgreSQL 18, appendix A. Credentials refused (28), the server itself broken (XX) or misconfigured (F0).
    private static final Set<String> CLASSES = Set.of("28", "F0", "XX");
    // invalid_catalog_name: the database is not there; insufficient_privilege: a right was taken away.
    private static final Set<String> STATES = Set.of("3D000", "42501");
    // character_not_in_repertoire: U+0000, which only a visitor can have typed.
    private static final String NO_SUCH_CHARACTER = "22021";

    public static Refusal of(Throwable thrown) {
        // The second is what the shop itself says that has never seen its catalogue: later it will be there.
        if (Unavailable.is(thrown) || thrown instanceof TransientDataAccessException) {
            return AWAY;
        }
        var state = SqlState.of(thrown).orElse("");
        if (state.equals(NO_SUCH_CHARACTER)) {
            return INPUT;
        }
        var shutToUs = STATES.contains(state) || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        return shutToUs ? AWAY : DEFECT;
    }

    /// Says in the log what was left undone: a mistake of the shop's own as an error with its stack trace, all else as
    /// a
    /// warning of one line, for waiting mends it.
    public static void tell(Logger log, Throwable thrown, String undone) {
        if (of(thrown) == DEFECT) {
            log.error(undone, thrown);
        } else {
            log.warn("{}: {}", undone, thrown.toString());
        }
    }
}
