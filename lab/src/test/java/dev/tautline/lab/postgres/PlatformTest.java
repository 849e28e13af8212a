package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void linuxOnAmd64IsIncluded() {
        assertThat(new Platform("Linux", "amd64").archive()).isNotNull();
    }

    @Test
    void otherPlatformsAreNamedWithWhatIsSupported() {
        assertThatThrownBy(() -> new Platform("Windows 11", "amd64").archive())
                .isInstanceOf(UnsupportedPlatform.class)
                .hasMessageContainingAll("Windows 11 amd64", "Linux amd64");
        assertThatThrownBy(() -> new Platform("Linux", "aarch64").archive())
                .hasMessageContainingAll("Linux aarch64", "not on the class path", "linux-arm64v8");
    }
}
