package dev.tautline.link.reader.format;

import dev.tautline.link.Libraries;
import dev.tautline.settings.Versions;

/// What an application is built of.
public record Build(Versions versions, Libraries libraries) {
    public static final Build UNKNOWN = new Build(Versions.UNKNOWN, Libraries.UNKNOWN);
}
