package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Other work takes all of the server's processors.
public record ServerBusy(
        @Given(value = "8", mild = "2", severe = "32", says = "that compute without end")
        int sessions) implements Fault {
    /// Needs neither memory nor files: what a query generates, a server may have to write down.
    private static final String COMPUTE = """
            do $$ declare x float8 := 0; begin
                for n in 1..2000000000 loop x := x + sqrt(n); end loop;
            end $$
            """;

    @Override
    public Injection injectInto(Lab lab) {
        return Workers.start(lab, sessions, "analytics", COMPUTE);
    }
}
