package dev.tautline.check.rules.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.reader.ConfigurationReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much a property weighs that nothing reads.
class UnknownDriverPropertyTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql, socketTimout=30, HIGH",
        "postgresql, sslMode=verify-full, HIGH",
        "postgresql, targetServerTyp=primary, HIGH",
        "postgresql, tcpKeepAliv=true, HIGH",
        "postgresql, useSSL=false, HIGH",
        "postgresql, reWriteBatchInserts=true, MEDIUM",
        "postgresql, prepareTreshold=3, MEDIUM",
        "postgresql, colour=blue, MEDIUM",
        "mysql, cachePrepStmt=true, MEDIUM",
        "mysql, conectTimeout=5000, HIGH"
    })
    void weighsWhatItWasMeantToSwitchOn(String subprotocol, String parameter, Severity severity) {
        var url = "jdbc:" + subprotocol + "://db.shop.example/shop?" + parameter;
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(), List.of(url));

        assertThat(new Check(List.of(new UnknownDriverProperty()))
                        .review(read.link(), List.of())
                        .findings())
                .extracting(Finding::severity)
                .containsExactly(severity);
    }
}
