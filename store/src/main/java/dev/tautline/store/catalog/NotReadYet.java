package dev.tautline.store.catalog;

import org.springframework.dao.TransientDataAccessResourceException;

/// This instance has never seen a catalogue: no file of an earlier run, and no database yet. Answered like any database
/// that is away.
final class NotReadYet extends TransientDataAccessResourceException {
    private static final long serialVersionUID = 1L;

    NotReadYet() {
        super("no catalogue has been read yet, neither from the database nor from disk");
    }
}
