package dev.tautline.provocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.FailureKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// No diagnosis without a test that makes it happen.
class ProvocationsTest {
    private final Provocations provocations = Provocations.inThisPackage();

    @Test
    void everyDiagnosisIsProvoked() {
        assertThat(provocations.kinds()).containsExactlyInAnyOrder(FailureKind.values());
    }

    /// `WordsTest` says of each why it cannot be had for real.
    @Test
    void onlyAFewAreNot() {
        var staged = EnumSet.allOf(FailureKind.class);
        staged.removeIf(kind -> !provocations.grounds(kind).equals(EnumSet.of(Ground.WORDS)));

        assertThat(staged)
                .containsExactlyInAnyOrder(
                        FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED,
                        FailureKind.CLIENT_CERTIFICATE_REFUSED,
                        FailureKind.NOT_ACCEPTING_CONNECTIONS,
                        FailureKind.POOLER_DATABASE_DISABLED,
                        FailureKind.SERVER_CANNOT_FORK,
                        FailureKind.SERVER_DISK_FULL,
                        FailureKind.TOO_MANY_CONNECTIONS);
    }
}
