package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// One instance of an application whose settings and behaviour the lab may change.
public interface ClientUnderTest {
    String name();

    /// Whether this client can be changed so; asks only.
    Feasibility canBecome(ClientChange change);

    /// Deploys the instance again with one thing different and returns when it serves. Closing the answer deploys it as
    /// it was.
    Injection redeploy(ClientChange change);
}
