package dev.tautline.probe;

import dev.tautline.probe.evidence.Role;

/// Compares the role that a server has with the one that it should have.
final class RoleJudge {
    private RoleJudge() {}

    static Role judge(Role found, Expectation expected) throws StepFailed {
        switch (expected) {
            case ANY -> {}
            case STANDBY -> {
                if (!found.inRecovery()) {
                    throw new StepFailed(FailureKind.PRIMARY_WHERE_STANDBY_EXPECTED, "", found.words());
                }
            }
            case PRIMARY -> judgePrimary(found);
        }
        return found;
    }

    /// 25006 is what a write would get; a standby and a read-only primary give the same, and need different cures.
    private static void judgePrimary(Role found) throws StepFailed {
        if (found.inRecovery()) {
            throw new StepFailed(FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, "25006", found.words());
        }
        if (found.readOnly()) {
            throw new StepFailed(FailureKind.READ_ONLY_BY_SETTING, "25006", found.words());
        }
    }
}
