package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The name servers of whoever connects do not answer, so no name can be looked up.
final class ResolverDown extends ToldByFailure {
    ResolverDown() {
        super(
                new Cause("resolver-down", "Name servers do not answer", Owner.NETWORK),
                Step.RESOLVE,
                FailureKind.RESOLVER_UNAVAILABLE,
                FailureKind.RESOLVER_SILENT);
    }
}
