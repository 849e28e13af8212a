package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The access rules refuse the application (28000). Sessions that exist stay.
public record HbaRejects(
        @Given(value = "reject", says = "an explicit rule, or none that fits")
        Rule rule) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var former = primary.accessRules();
        var role = Sql.name(lab.application().role());
        primary.writeAccessRules(
                switch (rule) {
                    case REJECT -> "host all %s all reject%n".formatted(role) + former;
                    case MISSING -> onlySuperuser(lab) + "host replication all 127.0.0.0/8 scram-sha-256\n";
                });
        Sql.reload(primary);
        return Injection.healedBy(() -> {
            primary.writeAccessRules(former);
            Sql.reload(primary);
        });
    }

    /// How the application is refused.
    public enum Rule {
        REJECT,
        MISSING
    }

    private static String onlySuperuser(Lab lab) {
        return "host all %s 127.0.0.0/8 scram-sha-256%n"
                .formatted(Sql.name(lab.cluster().superuser().user()));
    }
}
