package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
    @TempDir
    private Path home;

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void readsAJdbcUrlWithSeveralHosts() {
        var target =
                complete("jdbc:postgresql://db-1,[::1]:5433/shop?user=app&sslmode=verify-ca&targetServerType=primary");

        assertThat(target.hosts()).extracting(ProbeTarget::endpoint).containsExactly("db-1:5432", "[::1]:5433");
        assertThat(target.hosts()).extracting(ProbeTarget::database).containsOnly("shop");
        assertThat(target.hosts()).extracting(ProbeTarget::user).containsOnly("app");
        assertThat(target.hosts()).extracting(ProbeTarget::sslMode).containsOnly(SslMode.VERIFY_CA);
        assertThat(target.hosts()).extracting(ProbeTarget::expected).containsOnly(Expectation.ANY);
        assertThat(target.oneMustBe()).isEqualTo(Expectation.PRIMARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql"})
    void readsALibpqUrlWithEscapedPassword(String scheme) {
        var target = complete(scheme + "://app:an%40chor+1@db-1:5433/shop?target_session_attrs=standby");

        assertThat(only(target).user()).isEqualTo("app");
        assertThat(password(target)).isEqualTo("an@chor+1");
        assertThat(only(target).expected()).isEqualTo(Expectation.STANDBY);
        assertThat(target.toString()).doesNotContain("chor");
    }

    /// As libpq does; a parameter of these names means nothing to pgjdbc.
    @Test
    void letsAParameterWinOverTheHostInAUrlOfLibpq() {
        assertThat(only(complete("postgresql://db-1/shop?port=5433")).endpoint())
                .isEqualTo("db-1:5433");
        assertThat(only(complete("postgresql://db-1:5433/shop?dbname=depot")).database())
                .isEqualTo("depot");
        assertThat(only(complete("jdbc:postgresql://db-1/shop?port=5433")).endpoint())
                .isEqualTo("db-1:5432");
    }

    @Test
    void connectsToTheAddressAndVerifiesTheName() throws IOException {
        passwordFile("rw-------", "db-1:*:*:*:sesame\n");
        var target = complete("postgresql://db-1:5433/shop?hostaddr=192.0.2.7&sslmode=verify-full");

        assertThat(only(target).endpoint()).isEqualTo("db-1:5433");
        assertThat(only(target).dialledEndpoint()).isEqualTo("192.0.2.7:5433");
        assertThat(password(target)).isEqualTo("sesame");

        var addresses = complete("postgresql://db-1,db-2/shop?hostaddr=192.0.2.7,2001:db8::7");
        assertThat(addresses.hosts())
                .extracting(ProbeTarget::dialledEndpoint)
                .containsExactly("192.0.2.7:5432", "[2001:db8:0:0:0:0:0:7]:5432");
        var byVariable = attempt("postgresql://db-1/shop", Given.NOTHING, Map.of("PGHOSTADDR", "192.0.2.9"));
        assertThat(only(byVariable.orElseThrow()).dialled()).isEqualTo("192.0.2.9");
        assertThat(only(complete("jdbc:postgresql://db-1/shop?hostaddr=192.0.2.7"))
                        .dialled())
                .isEqualTo("db-1");
    }

    @Test
    void wantsANameToVerifyWhereOnlyAnAddressIsGiven() {
        assertThat(only(complete("postgresql:///shop?hostaddr=192.0.2.7&sslmode=verify-ca"))
                        .endpoint())
                .isEqualTo("192.0.2.7:5432");

        assertThat(attempt("postgresql:///shop?hostaddr=192.0.2.7&sslmode=verify-full", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("verify-full compares", "hostaddr 192.0.2.7", "write host=NAME", "or host=192.0.2.7");
    }

    @Test
    void namesAddressesThatAreNoneAndListsThatDoNotMatch() {
        attempt("postgresql://db-1/shop?hostaddr=db-2", Given.NOTHING, Map.of());
        attempt("postgresql://db-1,db-2/shop", Given.NOTHING, Map.of("PGHOSTADDR", "192.0.2.7"));

        assertThat(problems)
                .satisfiesExactly(
                        name -> assertThat(name).contains("hostaddr is 'db-2', allowed: an address such as 192.0.2.7"),
                        list -> assertThat(list).contains("2 in host and 1 in PGHOSTADDR; allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://%2Fvar%2Frun%2Fpostgresql/shop",
                "postgresql://app@/shop?host=/var/run/postgresql",
                "postgresql://db-1/shop?host=%2Fvar%2Frun%2Fpostgresql"
            })
    void saysWhatToWriteInPlaceOfAUnixSocket(String url) {
        assertThat(attempt(url, Given.NOTHING, Map.of())).isEmpty();

        assertThat(problems)
                .singleElement()
                .asString()
                .contains(
                        "host is '/var/run/postgresql', a Unix socket, and only TCP can be probed",
                        "write localhost",
                        "psql -h /var/run/postgresql -p 5432 -d shop -c 'SELECT 1'");
    }

    @Test
    void saysWhichVariableNamesAUnixSocketAndThatTheDriverTakesNone() {
        attempt("postgresql:///shop", Given.NOTHING, Map.of("PGHOST", "/tmp", "PGPORT", "5433"));
        attempt("jdbc:postgresql://%2Ftmp/shop", Given.NOTHING, Map.of("PGHOST", "/tmp"));

        assertThat(problems)
                .satisfiesExactly(
                        libpq -> assertThat(libpq).contains("PGHOST is '/tmp', a Unix socket", "psql -h /tmp -p 5433"),
                        driver -> assertThat(driver).contains("'%2Ftmp' is a Unix socket", "by a socketFactory only"));
    }

    @Test
    void connectsOverTcpWhereNoHostIsNamedAndSaysSo() {
        assertThat(only(complete("postgresql:///shop")).endpoint()).isEqualTo("localhost:5432");
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("'postgresql:///shop' names no host", "localhost, over TCP");
    }

    @Test
    void aPortThatIsAPlaceholderIsAskedFor() {
        attempt("jdbc:postgresql://db-1:${PORT}/shop", Given.NOTHING, Map.of());

        assertThat(problems).singleElement().asString().contains("placeholder", "for a port; allowed: 1 to 65535");
    }

    @Test
    void readsAConnectionStringAsPsqlDoes() throws IOException {
        passwordFile("rw-------", "db-1:5433:shop:app:sesame\n");
        var target =
                complete("host = db-1,db-2 port=5433 dbname='shop' user=app options='-c work_mem=4MB' sslmode=require");
        assertThat(target.hosts()).extracting(ProbeTarget::endpoint).containsExactly("db-1:5433", "db-2:5433");
        assertThat(target.hosts().getFirst().session().options()).isEqualTo("-c work_mem=4MB");

        assertThat(password(complete("dbname=shop user=app host=db-1 password='it\\'s' port=")))
                .isEqualTo("it's");
        assertThat(TargetUrl.parse("host=db password=sesame application_name=sesame", problems::add))
                .get()
                .asString()
                .contains("host=db")
                .doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=db password=ses ame", "host=db password='sesame", "host=db password='ses'ame"})
    void saysWhereAConnectionStringEndsAndNothingOfIt(String text) {
        assertThat(TargetUrl.parse(text, problems::add)).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("cannot be read on from column", "host=db-1 port=5432")
                .doesNotContain("ses", "ame ");
    }

    @Test
    void trustsTheSystemsAuthoritiesForTheNameOnly() {
        var url = "postgresql://db/shop?sslrootcert=system";
        var environment = Map.of("SSL_CERT_FILE", "/etc/own.pem");

        var target = only(attempt(url, Given.NOTHING, environment).orElseThrow());
        assertThat(target.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(target.rootCertificate()).isEqualTo(Path.of("/etc/own.pem"));
        assertThat(only(complete("jdbc:postgresql://db/shop?sslrootcert=system&sslmode=require"))
                        .rootCertificate())
                .isEqualTo(Path.of("system"));

        attempt(url + "&sslmode=require", Given.NOTHING, environment);
        assertThat(problems).singleElement().asString().contains("goes with sslmode=verify-full only");
    }

    @Test
    void saysWhatTheApplicationsOwnClassesKeepFromBeingProbed() {
        complete("jdbc:postgresql://db/shop?sslfactory=org.example.Trusting");
        assertThat(warnings).singleElement().asString().contains("sslfactory org.example.Trusting is left out");

        attempt("jdbc:postgresql:///shop?socketFactory=org.example.Sockets", Given.NOTHING, Map.of());
        assertThat(problems).singleElement().asString().contains("socketFactory org.example.Sockets", "write the host");
    }

    @Test
    void namesParametersThatTheDriverDoesNotKnow() {
        assertThat(unknown("jdbc:postgresql://db/shop?sslmod=require&connectTimeout=3"))
                .singleElement()
                .asString()
                .contains("'sslmod' is no parameter of pgjdbc", "nearest: 'sslmode'");
        assertThat(unknown("postgresql://db/shop?targetServerType=primary"))
                .singleElement()
                .asString()
                .contains("libpq, which refuses");
        assertThat(unknown("postgresql://db/shop?ssl=true&sslnegotiation=direct"))
                .isEmpty();
    }

    private List<String> unknown(String url) {
        return TargetUrl.parse(url, problems::add).orElseThrow().unknownParameters();
    }

    @Test
    void refusesZeroBytesThatWouldBeginAnotherParameter() {
        assertThat(attempt("postgresql://app%00options@db/shop%00x", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(problems)
                .anyMatch(problem -> problem.contains("the user has a zero byte"))
                .anyMatch(problem -> problem.contains("the database has a zero byte"));
    }

    /// The driver would refuse the URL, so that a climb by it would prove nothing.
    @Test
    void refusesWordsThatTheDriverRefuses() {
        assertThat(attempt("jdbc:postgresql://a,b/shop?targetServerType=Primary", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(attempt("postgresql://a,b/shop?target_session_attrs=secondary", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(attempt("jdbc:postgresql://a/shop?connectTimeout=5s", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(problems)
                .anyMatch(problem ->
                        problem.contains("targetServerType is 'Primary'") && problem.contains("nearest: 'primary'"))
                .anyMatch(problem ->
                        problem.contains("target_session_attrs is 'secondary', allowed: any, prefer-standby"))
                .anyMatch(problem -> problem.contains("connect timeout is '5s', allowed: a whole number of seconds"));
    }

    @Test
    void takesTheDriversFlagForItsStrictestMode() {
        assertThat(only(complete("jdbc:postgresql://db/shop?ssl=true")).sslMode())
                .isEqualTo(SslMode.VERIFY_FULL);
        assertThat(only(complete("jdbc:postgresql://db/shop")).sslMode()).isEqualTo(SslMode.PREFER);
    }

    @Test
    void takesWhatAClientAsksOfTlsFromEitherDriversNames() {
        var driver = only(complete("jdbc:postgresql://db/shop?sslNegotiation=direct&sslmode=require"
                + "&sslcert=/tls/app.crt&sslkey=/tls/app.p12&sslpassword=sesame&channelBinding=require"));
        assertThat(driver.tls().direct()).isTrue();
        assertThat(driver.tls().certificate()).isEqualTo(Path.of("/tls/app.crt"));
        assertThat(driver.tls().key()).isEqualTo(Path.of("/tls/app.p12"));
        assertThat(driver.tls().channelBinding()).isTrue();
        assertThat(driver.toString()).doesNotContain("sesame");

        var libpq = only(complete("postgresql://db/shop?sslnegotiation=direct&sslmode=require&channel_binding=prefer"));
        assertThat(libpq.tls().direct()).isTrue();
        assertThat(libpq.tls().channelBinding()).isFalse();

        attempt("jdbc:postgresql://db/shop?sslNegotiation=dirct&channelBinding=always", Given.NOTHING, Map.of());
        assertThat(problems)
                .anyMatch(problem -> problem.contains("sslNegotiation is 'dirct', allowed: postgres, direct; nearest"))
                .anyMatch(problem -> problem.contains("channelBinding is 'always', allowed: disable, prefer, require"));
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
        assertThat(attempt(text, Given.NOTHING, Map.of())).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).doesNotContain("sesame").contains("db");
    }

    @Test
    void whatWasGivenComesBeforeTheUrlAndTheUrlBeforeTheEnvironment() {
        var environment = Map.of("PGUSER", "env", "PGPASSWORD", "env-word");
        var given =
                new Given(Optional.of("given"), Optional.of(Secret.of("given-word")), Optional.of(Expectation.STANDBY));
        var url = "jdbc:postgresql://db/shop?user=url&password=url-word";

        var all = attempt(url, given, environment).orElseThrow();
        assertThat(only(all).user()).isEqualTo("given");
        assertThat(password(all)).isEqualTo("given-word");
        assertThat(only(all).expected()).isEqualTo(Expectation.STANDBY);

        var byUrl = attempt(url, Given.NOTHING, environment).orElseThrow();
        assertThat(only(byUrl).user()).isEqualTo("url");
        assertThat(password(byUrl)).isEqualTo("url-word");

        var byEnvironment =
                attempt("jdbc:postgresql://db/shop", Given.NOTHING, environment).orElseThrow();
        assertThat(only(byEnvironment).user()).isEqualTo("env");
        assertThat(password(byEnvironment)).isEqualTo("env-word");
        assertThat(only(complete("jdbc:postgresql://db/")).database()).isEqualTo("nobody");
    }

    @Test
    void takesTheFirstLineOfThePasswordFileThatFits() throws IOException {
        passwordFile("rw-------", """
                # host:port:database:user:password
                db:5433:*:app:other port
                db:*:shop:app:an\\:ch\\\\or
                *:*:*:*:last
                """);

        assertThat(password(complete("jdbc:postgresql://db/shop?user=app"))).isEqualTo("an:ch\\or");
        assertThat(password(complete("jdbc:postgresql://db/depot?user=app"))).isEqualTo("last");
        assertThat(password(complete("jdbc:postgresql://db:5433/depot?user=app")))
                .isEqualTo("other port");
    }

    @Test
    void leavesOutAPasswordFileThatOthersMayRead() throws IOException {
        passwordFile("rw-r-----", "*:*:*:*:sesame\n");

        assertThat(only(complete("jdbc:postgresql://db/shop")).password()).isNull();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains(".pgpass is left out", "chmod 600")
                .doesNotContain("sesame");
    }

    @Test
    void saysThatThePasswordFileOfTheEnvironmentIsNotThere() {
        attempt("jdbc:postgresql://db/shop", Given.NOTHING, Map.of("PGPASSFILE", home + "/absent"));

        assertThat(warnings).singleElement().asString().contains("PGPASSFILE: no file", "absent");
    }

    @Test
    void takesWhatTheUrlLeavesOpenFromItsService() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                [depot]
                host=db-9
                [shop]
                # the shop
                host=db-1,db-2
                port=6432
                dbname=orders
                user=app
                password=sesame
                sslmode=require
                user=second
                """);

        var target = complete("postgresql:///?service=shop");
        assertThat(target.hosts()).extracting(ProbeTarget::endpoint).containsExactly("db-1:6432", "db-2:6432");
        assertThat(target.hosts()).extracting(ProbeTarget::database).containsOnly("orders");
        assertThat(target.hosts()).extracting(ProbeTarget::user).containsOnly("app");
        assertThat(target.hosts()).extracting(ProbeTarget::sslMode).containsOnly(SslMode.REQUIRE);

        var driver = complete("jdbc:postgresql://db-7/reports?service=shop");
        assertThat(only(driver).endpoint()).isEqualTo("db-7:5432");
        assertThat(only(driver).database()).isEqualTo("reports");
        assertThat(password(driver)).isEqualTo("sesame");
    }

    @Test
    void namesTheNearestServiceAndWhatIsWrongInTheFile() throws IOException {
        var file = Files.writeString(home.resolve("services"), "[shop]\nhost db-1\nservice=depot\n");
        var environment = Map.of("PGSERVICEFILE", file.toString());

        attempt("postgresql:///?service=shp", Given.NOTHING, environment);
        attempt("postgresql:///?service=shop", Given.NOTHING, environment);

        assertThat(problems)
                .containsExactly(
                        "service 'shp' is in none of " + file + "; nearest: 'shop'",
                        file + ":2: 'KEY=VALUE' is expected",
                        file + ":3: a service cannot name a service");
    }

    @Test
    void readsNoFileOfServicesThatNeverEnds() {
        attempt("postgresql:///?service=shop", Given.NOTHING, Map.of("PGSERVICEFILE", "/dev/zero"));

        assertThat(problems).contains("/dev/zero: cannot be read (it is longer than 1 MiB, or never ends)");
    }

    @Test
    void libpqsVariablesCompleteItsOwnUrlsOnly() {
        var environment = Map.of("PGHOST", "db-3", "PGPORT", "6000", "PGDATABASE", "depot", "PGSSLMODE", "require");

        var libpq = attempt("postgresql:///", Given.NOTHING, environment).orElseThrow();
        assertThat(only(libpq).endpoint()).isEqualTo("db-3:6000");
        assertThat(only(libpq).database()).isEqualTo("depot");
        assertThat(only(libpq).sslMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(only(attempt("postgresql://db-1/shop", Given.NOTHING, environment)
                                .orElseThrow())
                        .endpoint())
                .isEqualTo("db-1:6000");

        var jdbc = attempt("jdbc:postgresql:shop", Given.NOTHING, environment).orElseThrow();
        assertThat(only(jdbc).endpoint()).isEqualTo("localhost:5432");
        assertThat(only(jdbc).sslMode()).isEqualTo(SslMode.PREFER);
    }

    @Test
    void tellsAllThatIsWrongWithAServicesAddressesAtOnce() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                [socket]
                host=/var/run/postgresql
                port=http
                sslmode=requier
                [uneven]
                host=a,b,c
                port=1,2
                """);

        assertThat(attempt("postgresql:///?service=socket", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(attempt("postgresql:///?service=uneven", Given.NOTHING, Map.of()))
                .isEmpty();
        assertThat(problems)
                .anyMatch(problem -> problem.contains("host of the service is '/var/run/postgresql', a Unix socket"))
                .anyMatch(problem -> problem.contains("port of the service is 'http', allowed: 1 to 65535"))
                .anyMatch(problem -> problem.contains("nearest: 'require'"))
                .anyMatch(problem -> problem.contains("3 hosts and 2 ports"))
                .hasSize(4);
    }

    @Test
    void keepsTheClientsOwnLimitForConnecting() {
        assertThat(complete("jdbc:postgresql://db/shop?connectTimeout=1").connectTimeout())
                .contains(Duration.ofSeconds(1));
        assertThat(complete("jdbc:postgresql://db/shop?connectTimeout=0").connectTimeout())
                .isEmpty();
    }

    private void passwordFile(String permissions, String text) throws IOException {
        var file = Files.writeString(home.resolve(".pgpass"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static ProbeTarget only(Target target) {
        assertThat(target.hosts()).hasSize(1);
        return target.hosts().getFirst();
    }

    private static String password(Target target) {
        return Objects.requireNonNull(only(target).password()).reveal();
    }

    private Target complete(String url) {
        var target = attempt(url, Given.NOTHING, Map.of());
        assertThat(problems).isEqualTo(List.of());
        return target.orElseThrow();
    }

    private Optional<Target> attempt(String url, Given given, Map<String, String> environment) {
        var around = new Surroundings(environment, home, "nobody");
        var completion = new Completion(around, problems::add, warnings::add);
        return TargetUrl.parse(url, problems::add).flatMap(read -> completion.of(read, given));
    }
}
