package dev.tautline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.fault.ClientChange;
import dev.tautline.stage.StoreSettings;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {
    private static final StoreSettings USUAL = new StoreSettings(
            "shop-1", 8080, 8081, "jdbc:postgresql://db-1.example.test:5432/chandlery", "http://127.0.0.1:8090");

    @Test
    void aSettingOfThePoolIsSpelledAsSpringBootDoes() {
        assertThat(ChangedSettings.of(USUAL, new ClientChange.PoolSetting("maximumPoolSize", "1"))
                        .overrides())
                .containsEntry("spring.datasource.hikari.maximum-pool-size", "1");
    }

    @Test
    void aPropertyOfTheDriverKeepsItsOwnSpelling() {
        assertThat(ChangedSettings.of(USUAL, new ClientChange.DriverProperty("prepareThreshold", "0"))
                        .overrides())
                .containsEntry("spring.datasource.hikari.data-source-properties.prepareThreshold", "0");
    }

    @Test
    void anOptionGoesToTheJvmAndNothingChangesNothing() {
        assertThat(ChangedSettings.of(USUAL, new ClientChange.JvmOption("-Xint"))
                        .jvmOptions())
                .containsExactly("-Xint");
        assertThat(ChangedSettings.of(USUAL, new ClientChange.Nothing())).isEqualTo(USUAL);
    }

    @Test
    void aMistakeInCodeIsSwitchedOnWithItsIntensity() {
        assertThat(ChangedSettings.of(USUAL, new ClientChange.Bug(ClientChange.Bug.Kind.LEAKS_CONNECTIONS, 30))
                        .overrides())
                .containsEntry("chandlery.rehearsal.enabled", "true")
                .containsEntry("chandlery.rehearsal.leaks-connections", "30.0");
    }
}
