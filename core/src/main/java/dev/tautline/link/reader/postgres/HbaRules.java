package dev.tautline.link.reader.postgres;

import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Rules of `pg_hba.conf` that stand in another file, one value for each line.
public final class HbaRules {
    private HbaRules() {}

    public static Server.Hba of(List<Written> lines, Collection<Problem> problems) {
        var rules = new ArrayList<HbaLine>();
        for (var line : lines) {
            if (line.origin() instanceof Origin.InFile place) {
                var text = new SourceText(place.file(), place.file(), line.text(), place.line(), place.column() - 1);
                rules.addAll(HbaFile.read(text, problems).lines());
            }
        }
        return new Server.Hba(rules, lines.getFirst().origin());
    }
}
