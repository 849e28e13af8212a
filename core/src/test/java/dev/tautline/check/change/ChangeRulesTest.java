package dev.tautline.check.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesTest {
    private static final String BASE = """
            spring.application.name=till
            spring.datasource.url=jdbc:postgresql://db-1.example,db-2.example/shop?%s
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hikari.maximum-pool-size=50 | hikari.maximum-pool-size=5 | pool-shrunk",
                "hikari.maximum-pool-size=50 | hikari.maximum-pool-size=25 | pool-shrunk",
                "hikari.maximum-pool-size=50 | hikari.maximum-pool-size=26 | ''",
                "hikari.maximum-pool-size=50 | hikari.maximum-pool-size=${POOL} | ''",
                "hikari.maximum-pool-size=10 | hikari.maximum-pool-size=15 | pool-total-grown",
                "hikari.maximum-pool-size=10 | hikari.maximum-pool-size=14 | ''",
                "hikari.maximum-pool-size=50 | # the default of 10 | pool-shrunk",
                "?socketTimeout=30 | ? | time-limit-removed",
                "?socketTimeout=30 | ?socketTimeout=0 | time-limit-removed",
                "?loginTimeout=5 | ? | time-limit-removed",
                "?socketTimeout=30 | ?socketTimeout=90 | time-limit-grown",
                "?socketTimeout=30 | ?socketTimeout=89 | ''",
                "?connectTimeout=2 | ?connectTimeout=8 | ''",
                "?socketTimeout=90 | ?socketTimeout=30 | time-limit-cut",
                "?socketTimeout=90 | ?socketTimeout=31 | ''",
                "?sslmode=verify-full | ?sslmode=require | tls-weakened",
                "?sslmode=verify-full | ? | tls-weakened",
                "?sslmode=require | ?sslmode=verify-full | ''",
                "?targetServerType=primary | ? | target-server-type-changed",
                "hikari.max-lifetime=600000 | hikari.max-lifetime=1200000 | lifetime-raised",
                "hikari.max-lifetime=600000 | hikari.max-lifetime=0 | lifetime-raised",
                "hikari.max-lifetime=600000 | hikari.max-lifetime=1199999 | ''",
                "hikari.keepalive-time=60000 | hikari.keepalive-time=0 | keepalive-weakened",
                "hikari.keepalive-time=60000 | hikari.keepalive-time=120000 | keepalive-weakened",
                "?tcpKeepAlive=true | ? | tcp-keep-alive-off",
                "password=${DB_PASSWORD} | password=s3cret | password-now-in-file",
                "password=s3cret | password=s3cret2 | ''",
                "username=till | username=till_rw | role-changed",
                "type=org.apache.commons.dbcp2.BasicDataSource | # HikariCP | pool-replaced",
                "# default | hikari.transaction-isolation=TRANSACTION_SERIALIZABLE | isolation-changed"
            })
    void judgesTheStepFromOneValueToTheOther(String before, String after, String rules) throws IOException {
        var found = review(before, after);

        assertThat(found)
                .extracting(Finding::rule)
                .containsExactlyElementsOf(rules.isEmpty() ? List.of() : List.of(rules));
        assertThat(found.toString()).doesNotContain("s3cret");
    }

    @Test
    void aSmallerPoolNamesBothSizesAndBothPlaces() throws IOException {
        var finding = review("hikari.maximum-pool-size=50", "hikari.maximum-pool-size=5")
                .getFirst();

        assertThat(finding.headline()).isEqualTo("the pool shrinks: maximumPoolSize 50 → 5");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.at().toString()).endsWith("new/application.properties:3:44");
        assertThat(finding.read().getLast().origin().toString()).endsWith("old/application.properties:3:44");
    }

    @Test
    void anotherDatabaseIsNotAnotherNumberOfHosts() throws IOException {
        assertThat(review(url("db-1/shop"), url("db-2/shop")))
                .extracting("rule")
                .containsExactly("database-moved");
        assertThat(review(url("db-1/shop"), url("db-1/store")))
                .extracting("rule")
                .containsExactly("database-moved");
        assertThat(review(url("db-1,db-2/shop"), url("db-1/shop")))
                .extracting("rule")
                .containsExactly("failover-host-dropped");
        assertThat(review(url("db-1/shop"), url("db-1,db-2/shop"))).isEmpty();
        assertThat(review(url("db-1/shop"), url("${DB_HOST}/shop"))).isEmpty();
    }

    @Test
    void anotherVersionNamesTheDefaultsThatChange() throws IOException {
        var found = review(read("old", "", boot("3.4.10")), read("new", "", boot("3.5.6")));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("version-changes-defaults");
            assertThat(finding.headline())
                    .isEqualTo("HikariCP 5.1.0 → 6.3.3 changes defaults: keepaliveTime 0 ms → 2 min");
        });
    }

    @Test
    void fewerSlotsOfAServerAreToldWithTheServer() throws IOException {
        var found = review(server("old", 200), server("new", 100));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("max-connections-lowered");
            assertThat(finding.headline()).isEqualTo("max_connections of db is lowered: 200 → 100");
        });
        assertThat(review(server("old", 100), server("new", 200))).isEmpty();
    }

    @Test
    void aRiskOfADevelopmentProfileAloneIsHygiene() throws IOException {
        var profile = "#---\nspring.config.activate.on-profile=dev\nspring.datasource.hikari.maximum-pool-size=";

        assertThat(review("username=a\n" + profile + "50", "username=a\n" + profile + "5"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.LOW);
                    assertThat(finding.subject()).isEqualTo("till (spring.datasource), profile dev");
                });
    }

    @Test
    void theSameConfigurationTwiceIsNoChange() throws IOException {
        var change = LinkChange.between(
                read("old", "hikari.maximum-pool-size=5", ""), read("new", "hikari.maximum-pool-size=5", ""));

        assertThat(change.clients())
                .hasSize(1)
                .allSatisfy(pair -> assertThat(pair.differences()).isEmpty());
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
    }

    @Test
    void clientsOfTheSameNameArePairedByTheirFolders() throws IOException {
        for (var side : List.of("old", "new")) {
            for (var size : List.of(1, 50)) {
                var home = Files.createDirectories(folder.resolve(side + "/till-" + size));
                Files.writeString(
                        home.resolve("application.properties"),
                        BASE.formatted("") + "spring.datasource.hikari.maximum-pool-size=" + size + "\n");
            }
        }

        assertThat(review(read(folder.resolve("old")), read(folder.resolve("new"))))
                .isEmpty();
    }

    @Test
    void aClientWhoseServiceWasRenamedIsTheSame() throws IOException {
        var old = read("old", "hikari.maximum-pool-size=50", "");
        read("new", "hikari.maximum-pool-size=5", "");
        var file = folder.resolve("new/application.properties");
        Files.writeString(file, Files.readString(file).replace("name=till", "name=checkout"));

        assertThat(review(old, read(folder.resolve("new")))).extracting("rule").containsExactly("pool-shrunk");
    }

    @Test
    void everyRuleStandsInTheSortedList() {
        var declared = new ClassFileImporter()
                .importPackages("dev.tautline.check.change").stream()
                        .filter(type -> type.isAssignableTo(ChangeRule.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(ChangeRules.all())
                .extracting(rule -> rule.getClass().getSimpleName())
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(declared)
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(ChangeRules.all()).extracting(ChangeRule::id).doesNotHaveDuplicates();
    }

    @Test
    void theGuideHasARowForEveryRule() throws IOException {
        var guide = Files.readString(Path.of("../docs/guides/living-with-findings.md"));

        assertThat(Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                        .matcher(guide)
                        .results()
                        .map(row -> row.group(1)))
                .containsAll(ChangeRules.all().stream().map(ChangeRule::id).toList());
    }

    private List<Finding> review(String before, String after) throws IOException {
        return review(read("old", before, ""), read("new", after, ""));
    }

    private static List<Finding> review(LinkChange.Side before, LinkChange.Side after) {
        return new ChangeCheck(ChangeRules.all()).review(LinkChange.between(before, after));
    }

    private static String url(String url) {
        return "url=jdbc:postgresql://" + url;
    }

    private static String boot(String version) {
        return "<project><parent><groupId>org.springframework.boot</groupId>"
                + "<artifactId>spring-boot-starter-parent</artifactId><version>" + version
                + "</version></parent></project>";
    }

    private LinkChange.Side server(String name, int slots) throws IOException {
        var db = Files.createDirectories(folder.resolve(name + "/db"));
        Files.writeString(db.resolve("postgresql.conf"), "max_connections = " + slots + "\n");
        return read(folder.resolve(name));
    }

    /// What follows `?` are parameters of the URL, everything else is a property of the data source.
    private LinkChange.Side read(String name, String setting, String pom) throws IOException {
        var root = Files.createDirectories(folder.resolve(name));
        var isParameter = setting.startsWith("?");
        var text = BASE.formatted(isParameter ? setting.substring(1) : "");
        var property =
                isParameter || setting.isEmpty() || setting.startsWith("#") ? "" : "spring.datasource." + setting;
        Files.writeString(root.resolve("application.properties"), text + property + "\n");
        Files.deleteIfExists(root.resolve("pom.xml"));
        if (!pom.isEmpty()) {
            Files.writeString(root.resolve("pom.xml"), pom);
        }
        return read(root);
    }

    private static LinkChange.Side read(Path root) {
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(root), List.of());
        return new LinkChange.Side(read.link(), root);
    }
}
