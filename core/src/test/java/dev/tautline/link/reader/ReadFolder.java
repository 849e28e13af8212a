package dev.tautline.link.reader;

import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder that a test fills and has read.
public final class ReadFolder {
    private final Path folder;

    public ReadFolder(Path folder) {
        this.folder = folder;
    }

    public ReadFolder with(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Configuration read() {
        return new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
    }

    public Link link() {
        return read().link();
    }

    public Hop hop() {
        return link().hops().getFirst();
    }

    public Server server() {
        return link().servers().getFirst();
    }

    /// A setting's value and place: `200 at pgbouncer.ini:4:19`.
    public String told(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> known.value() + " at " + place(known.origin());
            case Setting.Unresolved<?> open -> open.text() + " unresolved at " + place(open.origin());
            case Setting.Malformed<?> bad -> bad.text() + " malformed at " + place(bad.origin());
            case Setting.Unset<?> unset -> "unset";
        };
    }

    /// A place relative to the folder: `pg_hba.conf:3:1`; words for everything else.
    public String place(Origin origin) {
        return origin.place()
                .map(place -> folder.relativize(place.file()) + ":" + place.line() + ":" + place.column())
                .orElse("default");
    }
}
