package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.util.List;
import java.util.Optional;

/// One rule of a `pg_hba.conf` (PostgreSQL manual, "The pg_hba.conf File"). `type` is `local`, `host`,
/// `hostssl` …; `address` is as written (network, name, `all`, `samehost` …), an older mask joined to it
/// with a blank; options are as written.
public record HbaLine(
        String type,
        List<String> databases,
        List<String> users,
        Optional<String> address,
        String method,
        List<String> options,
        Origin origin) {
    public HbaLine {
        databases = List.copyOf(databases);
        users = List.copyOf(users);
        options = List.copyOf(options);
    }
}
