package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.watch.Watch.Tick;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BannerTest {
    private static final Instant AT = Instant.parse("2024-06-07T10:45:02Z");

    @Test
    void neverCallsSilenceWell() {
        var banner = Banner.of(Ticks.silent(AT));

        assertThat(banner.level()).isEqualTo("unsure");
        assertThat(banner.detail()).isEqualTo("store-3 has not answered for 6 s.");
    }

    @Test
    void neverCallsATargetWellThatWasNotReachedYet() {
        var route = new RouteView("primary", "db.example", 0.5, null, null, null, null, null);

        var banner = Banner.of(calm(new Scene(AT, List.of(), List.of(route), List.of(), List.of())));

        assertThat(banner.level()).isEqualTo("unsure");
        assertThat(banner.detail()).isEqualTo("primary has not been reached yet.");
    }

    @Test
    void saysWhenNothingIsWatched() {
        assertThat(Banner.of(calm(new Scene(AT, List.of(), List.of(), List.of(), List.of())))
                        .headline())
                .isEqualTo("Nothing is watched");
    }

    @Test
    void isUnsureAboutASymptomThatIsNoIncidentYet() {
        var banner = Banner.of(Ticks.pathBroken(AT));

        assertThat(banner.level()).isEqualTo("unsure");
        assertThat(banner.detail())
                .isEqualTo("a new connection to standby fails at step connect: Connection refused."
                        + " No cause is named yet.");
    }

    @Test
    void saysThatAnIncidentWithoutSymptomsIsRecovering() {
        var banner = Banner.of(Ticks.recovering(AT));

        assertThat(banner.level()).isEqualTo("recovering");
        assertThat(banner.headline()).isEqualTo("Recovering: Connection pool too small on store-2");
    }

    private static Tick calm(Scene scene) {
        return new Tick(scene, new Symptoms(List.of()), List.of(), 0);
    }
}
