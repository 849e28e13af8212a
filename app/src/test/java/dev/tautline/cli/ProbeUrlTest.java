package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.SslMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeUrlTest {
    @Test
    void readsAJdbcUrlWithSeveralHosts() {
        var url = read("jdbc:postgresql://db-1,[::1]:5433/shop?user=app&sslmode=verify-ca&targetServerType=primary");

        assertThat(url.hosts()).extracting(Object::toString).containsExactly("db-1:5432", "[::1]:5433");
        assertThat(url.database()).contains("shop");
        assertThat(url.user()).isEqualTo("app");
        assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_CA);
        assertThat(url.serverType()).isEqualTo(Expectation.PRIMARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql"})
    void readsALibpqUrlWithEscapedPassword(String scheme) {
        var url = read(scheme + "://app:an%40chor+1@db-1:5433/shop?target_session_attrs=standby");

        assertThat(url.user()).isEqualTo("app");
        assertThat(Objects.requireNonNull(url.password()).reveal()).isEqualTo("an@chor+1");
        assertThat(url.serverType()).isEqualTo(Expectation.STANDBY);
        assertThat(url.toString()).doesNotContain("chor");
    }

    @Test
    void takesTheDriversFlagForItsStrictestMode() {
        assertThat(read("jdbc:postgresql://db/shop?ssl=true").sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(read("jdbc:postgresql://db/shop").sslMode()).isEqualTo(SslMode.PREFER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/shop?password=sesame",
                "http://db/shop?password=sesame",
                "jdbc:postgresql://db:99999/shop?password=sesame",
                "jdbc:postgresql://db/shop?password=sesame&sslmode=requier",
                "postgresql://app:sesame@db:port/shop"
            })
    void namesWhatIsWrongAndKeepsThePasswordToItself(String text) {
        var problems = new ArrayList<String>();

        assertThat(ProbeUrl.parse(text, problems::add)).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).doesNotContain("sesame").contains("db");
    }

    private static ProbeUrl read(String text) {
        var problems = new ArrayList<String>();
        var url = ProbeUrl.parse(text, problems::add);
        assertThat(problems).isEqualTo(List.of());
        return url.orElseThrow();
    }
}
