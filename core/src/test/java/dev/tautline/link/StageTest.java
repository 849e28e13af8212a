package dev.tautline.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
    @ParameterizedTest
    @CsvSource({
        "compose.yaml, UNKNOWN",
        "docker-compose.prod.yml, PRODUCTION",
        "deploy/live/orders.yaml, PRODUCTION",
        "overlays/dev/orders.yaml, DEVELOPMENT",
        "prod/compose.test.yaml, DEVELOPMENT",
        "test/production/db.yaml, PRODUCTION",
        "integration_test/application.yml, DEVELOPMENT",
        // A word that only begins like one of ours says nothing.
        "product-catalogue/application.yml, UNKNOWN",
        "device-service/application.yml, UNKNOWN",
        "latest/application.yml, UNKNOWN",
    })
    void theInnermostNameThatSaysAnythingDecides(String path, Stage stage) {
        assertThat(Stage.of(Path.of(path))).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"dev, DEVELOPMENT", "local-docker, DEVELOPMENT", "PROD, PRODUCTION", "blue, UNKNOWN"})
    void aProfilesNameIsReadWordByWord(String name, Stage stage) {
        assertThat(Stage.ofName(name)).isEqualTo(stage);
    }
}
