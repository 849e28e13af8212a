package dev.tautline.history;

/// Hears, in one sentence each, what a person must know of the history.
public interface Witness {
    /// It was damaged and begun anew.
    void damaged(String sentence);

    /// It cannot be written: the disk is full, or somebody else has it.
    void unwritable(String sentence);

    /// It is written again.
    void wellAgain(String sentence);

    /// Anything else.
    void says(String sentence);
}
