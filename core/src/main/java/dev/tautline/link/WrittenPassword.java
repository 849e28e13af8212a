package dev.tautline.link;

import dev.tautline.settings.Written;

/// A password of a database that is written out in a file from which something is deployed, whatever reads it there.
public record WrittenPassword(Written value, Stage stage) {}
