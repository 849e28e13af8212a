package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class CommandTest {

    @Test
    void anUnknownCommandIsAnsweredWithTwo() {
        assertThat(Command.named("migrat").run(new String[0])).hasValue(2);
    }

    @Test
    void theNearestCommandIsTheOneWithTheFewestChanges() {
        assertThat(EditDistance.between("migrat", "migrate")).isEqualTo(1);
        assertThat(EditDistance.between("srve", "serve")).isEqualTo(1);
        assertThat(EditDistance.between("", "serve")).isEqualTo(5);
        assertThat(EditDistance.between("serve", "serve")).isZero();
    }

    @Test
    void aTakenPortIsNamedInOneLineHoweverDeepItsCauseLies() {
        var taken = new PortInUseException(8080, new BindException("in use"));

        assertThat(StartFailures.explain(new IllegalStateException(taken)))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("port 8080").doesNotContain("\n"));
    }

    @Test
    void aCollectorAtNoAddressIsToldBeforeAnythingStarts() {
        assertThat(Command.named("serve").run(new String[] {
                    "--server.port=0", "--management.server.port=0", "--chandlery.telemetry.endpoint=collector:4317"
                }))
                .hasValue(Command.USAGE_OR_CONFIGURATION);
    }

    @Test
    void aSurpriseKeepsItsOwnReport() {
        assertThat(StartFailures.explain(new IllegalStateException(new IOException("disk full"))))
                .isEmpty();
    }
}
