package dev.tautline.link.reader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Maven and the IDEs run tests in the module's folder, where `pom.xml` stands.
class IncludedTest {
    @Test
    void namesAFoundFileAsTheIncludingOneIsNamed() {
        assertThat(Included.file(Path.of("src/postgresql.conf"), "../pom.xml")).contains(Path.of("pom.xml"));
        assertThat(Included.file(Path.of("src/postgresql.conf").toAbsolutePath(), "../pom.xml"))
                .contains(Path.of("pom.xml").toAbsolutePath());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(Included.file(Path.of("src/postgresql.conf"), "conf.d/absent.conf"))
                .isEmpty();
    }
}
