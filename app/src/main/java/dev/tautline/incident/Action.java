package dev.tautline.incident;

/// What a person does with an incident.
///
/// @param incident its id
/// @param by who does it
/// @param words what there is to say; may be empty, but not of a note
public record Action(Kind kind, String incident, String by, String words) {
    public enum Kind {
        ACKNOWLEDGE,
        /// Says that users are out of it, whatever the symptoms.
        MITIGATE,
        NOTE
    }
}
