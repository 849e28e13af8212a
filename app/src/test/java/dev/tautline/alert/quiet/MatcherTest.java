package dev.tautline.alert.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.history.Incidents;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
    private static final Labels LABELS = Labels.of(
            Incidents.open("i1"), Map.of("environment", "production"), Map.of("shop-3", Map.of("team", "buy")));

    @ParameterizedTest
    @CsvSource({
        "owner=application, true",
        "owner=database, false",
        "owner!=database, true",
        "owner != application, false",
        "subject=~shop-.*, true",
        "subject=~shop, false",
        "subject!~db-.*, true",
        "team=\"buy\", true",
        "symptom=pool-exhausted, true",
        "environment=production, true",
        "absent=, true",
        "absent!=x, true",
        "absent=~.+, false",
        "severity=high, true"
    })
    void comparesAsAlertmanagerDoes(String written, boolean matches) {
        var problems = new ArrayList<String>();
        var matcher = Matcher.parse(written, problems::add).orElseThrow();

        assertThat(problems).isEmpty();
        assertThat(matcher.matches(LABELS)).isEqualTo(matches);
    }

    @Test
    void saysWhatIsAllowed() {
        var problems = new ArrayList<String>();
        assertThat(Matcher.parse("owner database", problems::add)).isEmpty();
        assertThat(Matcher.parse("owner=~(", problems::add)).isEmpty();
        assertThat(Matcher.parse("owner=databse", problems::add)).isEmpty();
        assertThat(Matcher.parse("severity!=urgent", problems::add)).isEmpty();

        assertThat(problems)
                .satisfiesExactly(
                        form -> assertThat(form).contains("'owner database' is no matcher, allowed: name=value"),
                        regex -> assertThat(regex).contains("'(' is no regular expression"),
                        slip -> assertThat(slip)
                                .contains("'databse' is no owner, allowed: ")
                                .endsWith("did you mean database?"),
                        unknown -> assertThat(unknown).contains("'urgent' is no severity, allowed: ", "critical"));
    }
}
