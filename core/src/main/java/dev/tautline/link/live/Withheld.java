package dev.tautline.link.live;

/// Something that the server does not show to the role that asked.
///
/// @param what in a person's words, such as `pg_hba.conf`
/// @param grant the statements with which an administrator shows it, the role's name filled in
public record Withheld(String what, String grant) {}
