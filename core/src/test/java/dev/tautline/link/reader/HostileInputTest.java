package dev.tautline.link.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tautline.check.Check;
import dev.tautline.check.rules.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that nobody would write on purpose: whatever they hold, the review ends in bounded time with an answer, and
/// the files beside them are read all the same. The seeds are the examples and all blocks of the rules' pages,
/// so that a new format is attacked as soon as a page shows it.
class HostileInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// More by `-Dhostile.mutants=…`: the numbers go on where the fewer ended.
    private static final int MUTANTS_PER_SEED = Integer.getInteger("hostile.mutants", 1);

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+ (?<name>[\\w./-]+)\\n(?<text>.*?)^```$");
    private static final String WELL = "spring.datasource.url: jdbc:postgresql://db.example:5432/shop\n";

    @TempDir
    private Path folder;

    record Seed(String name, String text) {
        @Override
        public String toString() {
            return name + " (" + text.length() + " letters, #" + Integer.toHexString(text.hashCode()) + ")";
        }
    }

    static List<Seed> seeds() throws IOException {
        return Stream.concat(examples(), blocks()).distinct().toList();
    }

    private static Stream<Seed> examples() throws IOException {
        try (var files = Files.walk(Path.of("../examples"))) {
            return files
                    .filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
                    .map(file -> new Seed(String.valueOf(file.getFileName()), text(file)))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Seed> blocks() throws IOException {
        try (var pages = Files.list(Path.of("../docs/reference/rules"))) {
            return pages
                    .sorted()
                    .flatMap(page -> BLOCK.matcher(text(page)).results())
                    .map(block -> new Seed(block.group("name"), block.group("text")))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileWithDamageEndsInAnAnswer(Seed seed) throws IOException {
        for (int i = 0; i < MUTANTS_PER_SEED; i++) {
            var number = 31L * seed.hashCode() + i;
            write(seed.name(), damaged(seed.text(), new Random(number)));

            var read = readWithNeighbour("mutant " + number + " of " + seed);
            assertThat(read.link().clients()).isNotEmpty();
        }
    }

    /// One kind of damage, chosen by chance: bytes changed, a part cut out, a part repeated, the end cut off.
    private static byte[] damaged(String text, Random random) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 4) {
            return bytes;
        }
        var from = random.nextInt(bytes.length - 1);
        var to = from + 1 + random.nextInt(Math.min(40, bytes.length - from));
        return switch (random.nextInt(4)) {
            case 0 -> changed(bytes, random);
            case 1 -> joined(bytes, 0, from, to, bytes.length);
            case 2 -> joined(bytes, 0, to, from, bytes.length);
            default -> Arrays.copyOf(bytes, from);
        };
    }

    private static byte[] changed(byte[] bytes, Random random) {
        var result = bytes.clone();
        for (int i = 0; i < 1 + bytes.length / 50; i++) {
            result[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return result;
    }

    private static byte[] joined(byte[] bytes, int from, int to, int secondFrom, int secondTo) {
        return IntStream.concat(IntStream.range(from, to), IntStream.range(secondFrom, secondTo))
                .mapToObj(i -> bytes[i])
                .collect(ByteArrayOutputStream::new, (all, one) -> all.write(one), (a, b) -> {})
                .toByteArray();
    }

    static Stream<String> names() throws IOException {
        return seeds().stream().map(Seed::name).distinct();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nonsenseUnderEachNameEndsInAnAnswer(String name) throws IOException {
        var random = new Random(name.hashCode());
        var noise = new byte[100_000];
        random.nextBytes(noise);
        var deep = "{[(<\"'".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        var indented = IntStream.range(0, 1_500)
                .mapToObj(i -> " ".repeat(i) + "a:\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        var longLine = ("a=" + "b".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        for (var content :
                List.of(noise, deep, indented, longLine, new byte[0], new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            write(name, content);
            readWithNeighbour(name);
        }
    }

    /// Build files are only opened for an application beside them, scripts for a database that runs them, and a list of
    /// users for a pooler that names it.
    static Stream<String> namesOfConfiguration() throws IOException {
        return names().filter(name -> !name.matches(".*(pom\\.xml|gradle.*|\\.sql|userlist\\.txt|Dockerfile)"));
    }

    @ParameterizedTest
    @MethodSource("namesOfConfiguration")
    void aFileOfFiftyMegabytesIsAProblemAndNotRead(String name) throws IOException {
        write(name, new byte[0]);
        try (var file =
                new RandomAccessFile(folder.resolve("hostile").resolve(name).toFile(), "rw")) {
            file.setLength(50L << 20);
        }

        assertThat(readWithNeighbour(name).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("larger than"));
    }

    @Test
    void foldersThatLinkToEachOtherEnd() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(folder.resolve("a/b/back"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("application.yml"), folder.resolve("application.yml"));

        readWithNeighbour("cyclic links");
    }

    private void write(String name, byte[] content) throws IOException {
        var path = folder.resolve("hostile").resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private Configuration readWithNeighbour(String what) throws IOException {
        var neighbour = folder.resolve("well/application.yml");
        Files.createDirectories(neighbour.getParent());
        Files.writeString(neighbour, WELL);
        return assertTimeoutPreemptively(PATIENCE, this::review, what);
    }

    private Configuration review() {
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        var report = new Check(Rules.all()).review(read.link(), read.problems());
        assertThat(report.toString()).isNotEmpty();
        return read;
    }
}
