package dev.tautline.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown file of the repository.
///
/// @param path relative to the repository
record Document(Path path, String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern NOT_OURS = Pattern.compile("(^|/)(target|\\.git|\\.taut|node_modules)(/|$)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /// A fenced block and the language it is said to be in, which may be empty.
    record Block(String language, List<String> lines) {}

    static List<Document> all() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(path -> path.toString().endsWith(".md")
                            && !NOT_OURS.matcher(path.toString()).find())
                    .map(Document::read)
                    .toList();
        }
    }

    static Document read(Path path) {
        try {
            return new Document(path, Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /// What a reader reads as text, without the fenced blocks.
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    Stream<Block> blocks() {
        return FENCE.matcher(text)
                .results()
                .map(fence -> new Block(fence.group(1), fence.group(2).lines().toList()));
    }

    /// Where links lead that stay within the repository.
    Stream<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"));
    }

    Path resolve(String link) {
        return ROOT.resolve(path).resolveSibling(link).normalize();
    }

    /// The anchors that code hosts give to headings.
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
