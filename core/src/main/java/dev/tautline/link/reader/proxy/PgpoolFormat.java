package dev.tautline.link.reader.proxy;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.link.reader.postgres.ConfLine;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `pgpool.conf`, which is written as `postgresql.conf` is.
public final class PgpoolFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(?!pool_hba).*pgpool.*\\.conf");
    private static final String HOST = "backend_hostname";
    private static final int SERVER_PORT = 5432;

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains(HOST) || source.text().contains(PgpoolKeys.NUM_INIT_CHILDREN.name());
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var written = written(source);
        var settings = Settings.builder(Versions.UNKNOWN);
        written.forEach((name, value) -> PgpoolKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, value)));
        var all = settings.build();
        facts.hop(new Hop(
                "pgpool",
                Hop.Kind.POOLER,
                Product.PGPOOL,
                Set.of(),
                all.get(PgpoolKeys.PORT).knownValue().map(Set::of).orElse(Set.of()),
                targets(written),
                all,
                Optional.empty(),
                Stage.UNKNOWN,
                source.place(1, 1, "")));
        return true;
    }

    private static Map<String, Written> written(SourceText source) {
        var written = new LinkedHashMap<String, Written>();
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var number = i + 1;
            ConfLine.parse(lines.get(i))
                    .filter(line -> !line.name().isEmpty())
                    .ifPresent(line -> written.put(
                            line.name(),
                            Unfilled.written(
                                    line.name(), line.value(), source.place(number, line.column(), line.name()))));
        }
        return written;
    }

    /// `backend_hostname0` with its `backend_port0`, and so on.
    private static List<HopTarget> targets(Map<String, Written> written) {
        var targets = new ArrayList<HopTarget>();
        written.forEach((name, host) -> {
            if (name.startsWith(HOST) && !host.text().isEmpty() && !host.text().startsWith("/")) {
                var port = written.get("backend_port" + name.substring(HOST.length()));
                targets.add(new HopTarget(
                        "*",
                        Optional.of(new HostPort(
                                host.text(), port == null ? SERVER_PORT : Addresses.port(port), host.origin())),
                        Settings.EMPTY,
                        host.origin()));
            }
        });
        return targets;
    }
}
