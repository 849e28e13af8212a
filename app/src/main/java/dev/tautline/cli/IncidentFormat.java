package dev.tautline.cli;

/// The forms in which incidents can be printed.
enum IncidentFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return Lowercase.of(this);
    }
}
