package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logins that something has spoilt on their way.
class GivenLoginTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            sesame |begins or ends with a blank
            ${DB_PASSWORD}|placeholder
            'sesame'|quotation marks
            se%26same|percent-encoded
            sésame|beyond ASCII""", quoteCharacter = '^')
    void tellsTheShapeOfAPassword(String password, String shape) {
        var remark = new GivenLogin(target("app", "shop").withPassword(Secret.of(password)))
                .remark(FailureKind.PASSWORD_REFUSED);

        assertThat(remark)
                .startsWith(" Of what was given, the password ")
                .contains(shape)
                .doesNotContain("same");
    }

    @Test
    void tellsWhatTheNameOfAHostLooksLike() {
        assertThat(host("db")).contains("a single word");
        assertThat(host("db.shop.svc.cluster.local")).contains("inside a cluster");
        assertThat(host("d\u00e4ten.example")).contains("DNS knows it as xn--dten-loa.example");
        assertThat(host("a".repeat(64) + ".example")).contains("more than the 63 letters");
        assertThat(host("db.example")).isEmpty();
    }

    private static String host(String name) {
        return new GivenLogin(ProbeTarget.of(name, 5432, "shop", "app")).remark(FailureKind.NAME_UNKNOWN);
    }

    @Test
    void saysNothingAboutAnOrdinaryLoginNorAboutOtherFailures() {
        var target = target("app", "shop").withPassword(Secret.of("Anchor&chain?9"));

        assertThat(new GivenLogin(target).remark(FailureKind.PASSWORD_REFUSED)).isEmpty();
        assertThat(new GivenLogin(target.withPassword(Secret.of("sesame "))).remark(FailureKind.HBA_REJECTS))
                .isEmpty();
    }

    @Test
    void tellsTheShapeOfNames() {
        assertThat(new GivenLogin(target("App", "shop")).remark(FailureKind.ROLE_UNKNOWN))
                .contains("capital letters");
        assertThat(new GivenLogin(target("app", "{{database}}")).remark(FailureKind.DATABASE_UNKNOWN))
                .contains("placeholder");
        assertThat(new GivenLogin(target("app", "shop;ssl=true")).remark(FailureKind.DATABASE_UNKNOWN))
                .contains("follow a ? and are parted by &");
    }

    private static ProbeTarget target(String user, String database) {
        return ProbeTarget.of("db.test", 5432, database, user);
    }
}
