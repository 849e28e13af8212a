package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// A role may hold only so many sessions; more are refused with 53300. Sessions that exist stay.
public record RoleConnectionLimit(String role, int connections) implements Fault {
    public RoleConnectionLimit {
        if (connections < 0) {
            throw new IllegalArgumentException("connection limit %d: at least 0".formatted(connections));
        }
    }

    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var former = primary.query(
                "select rolconnlimit from pg_roles where rolname = '%s'".formatted(role.replace("'", "''")));
        primary.execute(alter(Integer.toString(connections)));
        return Injection.healedBy(() -> lab.cluster().primary().execute(alter(former.getFirst())));
    }

    private String alter(String limit) {
        return "alter role \"%s\" connection limit %s".formatted(role.replace("\"", "\"\""), limit);
    }
}
