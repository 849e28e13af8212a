package dev.tautline.link.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tautline.link.Routes;
import dev.tautline.settings.HaproxyKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The files of servers, poolers and proxies may hold anything: each is answered in bounded time, and the files
/// beside it are read.
class HostileServerFilesTest {
    private static final long SEED = 20_240_607L;
    private static final int MUTATIONS = 300;
    private static final int HUGE = 1 << 20;
    /// Far above what a fast answer takes on a busy machine; a quadratic one takes minutes.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Map<String, String> WELL_MADE = Map.of(
            "haproxy.cfg",
            """
            global
             maxconn 9
            defaults a from b
             mode tcp
             timeout client 5m
            listen x
             bind :5432
             server a "h":5432 check inter 3s
             server-template s 3 h:5432 no-check
            """,
            "proxysql.cnf",
            """
            mysql_variables={ wait_timeout=5; a=[1,2] }
            mysql_servers=( { address="h" "i" , port=3306 } ) // x
            """,
            "main.tf",
            """
            locals { a = { "b" = [1, 2], c : "d" } }
            variable "x" { default = local.a }
            resource "aws_db_instance" "s" {
              identifier = "a-${var.x}" # x
              policy     = <<-EOF
                { "a": 1 }
              EOF
              vpc_security_group_ids = [aws_security_group.s.id]
            }
            module "m" {
              source = "./"
              x      = var.x
            }
            """,
            "pgpool.conf",
            """
            backend_hostname0 = 'it''s' # x
            backend_port0 = 5432
            num_init_children = 32
            client_idle_limit = 5min
            """,
            "nginx.conf",
            """
            stream {
              upstream a { server "h":5432 resolve; } # x
              server { listen 5432; proxy_timeout 1h; proxy_pass a; }
              server { listen [::]:5433; proxy_pass $a${b}:5432; }
            }
            """,
            "my.cnf",
            """
            [mysqld]
            max-connections = 5 # x
            skip-networking
            !includedir x
            !include y
            sql_mode='A,B'
            """,
            "patroni.yml",
            """
            scope: a
            name: b
            bootstrap:
              dcs: {ttl: 3, postgresql: {parameters: {work_mem: 4MB}}}
            postgresql:
              listen: '*:5432'
              pg_hba:
              - host all all all md5
            """,
            "pgbouncer.ini",
            """
            [databases]
            shop = host=db port=5432 dbname='a b'
            [pgbouncer]
            %include x.ini
            listen_port = 6432
            """,
            "postgresql.conf",
            """
            max_connections = 100 # x
            include 'x.conf'
            include_dir 'conf.d'
            cluster_name = 'it''s'
            """,
            "pg_hba.conf",
            """
            local all all peer
            host "a b",c +d 10.0.0.0 255.0.0.0 md5 x=y
            include x
            host @x all ::1/128 trust
            """);

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return WELL_MADE.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void survivesRandomChanges(String name, String text) throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            var bytes = mutated(text.getBytes(StandardCharsets.UTF_8), random);
            Files.write(folder.resolve(name), bytes);
            assertThatCode(this::read)
                    .as("seed %d, change %d: %s", SEED, i, new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void answersHugeLinesInTime(String name, String text) throws IOException {
        for (var letter : List.of(
                " ", "\"", "'", "a", "=", ",", "(", "{", "[", "\\", "#", "\t", "@", "%", "$", "${", "<%", "{{ x")) {
            var huge = letter.repeat(HUGE / letter.length());
            Files.writeString(folder.resolve(name), text + huge + "\nshop = " + huge + "\nhost " + huge + "\n" + text);
            Assertions.assertTimeoutPreemptively(LIMIT, this::read, () -> name + " with many of " + letter);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsTheFilesBesideOneThatIsNoText(String name, String text) throws IOException {
        var bytes = new byte[HUGE];
        new Random(SEED).nextBytes(bytes);
        Files.write(folder.resolve(name), bytes);
        Files.createDirectories(folder.resolve("well"));
        Files.writeString(folder.resolve("well").resolve(name), text);

        var read = read();

        assertThat(read.problems()).isNotEmpty();
        assertThat(read.filesRead()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "my.cnf, !includedir .",
        "postgresql.conf, include_dir '.'",
        "pg_hba.conf, include_dir .",
        "pgbouncer.ini, %include other.ini"
    })
    void readsFilesThatIncludeEachOtherManyTimesInTime(String name, String line) throws IOException {
        var text = WELL_MADE.get(name) + (line + "\n").repeat(50);
        var ending = name.substring(name.indexOf('.'));
        for (var file : List.of(name, "other" + ending, "third" + ending)) {
            Files.writeString(folder.resolve(file), text.replace("other.ini", file.equals(name) ? "other.ini" : name));
        }

        var read = Assertions.assertTimeoutPreemptively(LIMIT, this::read, () -> name + " with " + line);

        assertThat(read.problems()).hasSizeLessThan(20);
    }

    @Test
    void followsAChainOfThousandsOfDefaultsInHaproxy() throws IOException {
        var text = new StringBuilder("defaults d0\n mode tcp\n");
        for (int i = 1; i < 20_000; i++) {
            text.append("defaults d%d from d%d\n timeout client %ds\n".formatted(i, i - 1, i));
        }
        text.append("listen shop from d19999\n bind :5000\n server a db:5432 check\n");
        Files.writeString(folder.resolve("haproxy.cfg"), text);

        var hop = Assertions.assertTimeoutPreemptively(LIMIT, this::read, () -> "a chain of defaults")
                .link()
                .hops()
                .getFirst();

        assertThat(hop.get(HaproxyKeys.TIMEOUT_CLIENT).knownValue()).contains(Duration.ofSeconds(19_999));
    }

    @Test
    void followsAWayOverThousandsOfServersInTime() throws IOException {
        var text = new StringBuilder("listen shop\n mode tcp\n bind :5000\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(" server s%d db-%d.shop.example:5432 check\n".formatted(i, i));
        }
        Files.writeString(folder.resolve("haproxy.cfg"), text);
        Files.writeString(
                folder.resolve("application.yml"),
                "spring.datasource.url: jdbc:postgresql://balancer.shop.example:5000/shop\n");

        var routes = Assertions.assertTimeoutPreemptively(
                LIMIT, () -> Routes.of(read().link()), () -> "a way over thousands of servers");

        assertThat(routes)
                .singleElement()
                .satisfies(route -> assertThat(route.hops()).hasSize(1));
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        var changed = bytes.clone();
        for (int n = random.nextInt(1, 8); n > 0; n--) {
            var at = random.nextInt(changed.length);
            changed[at] = random.nextBoolean()
                    ? (byte) random.nextInt(32, 127)
                    : (byte) "\n\t\"'\\{}()[],;=#@%$ ".charAt(random.nextInt(19));
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private Configuration read() {
        return new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
    }
}
