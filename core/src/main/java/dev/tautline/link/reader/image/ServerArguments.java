package dev.tautline.link.reader.image;

import dev.tautline.link.Container;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Vocabulary;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.regex.Pattern;

/// The settings that a database server is given on its command line: `-c name=value`, `-cname=value`,
/// `--name=value` (PostgreSQL manual, "postgres"; MySQL manual, "Using Options to Set Program Variables").
final class ServerArguments {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:-c|--)?(?<name>[A-Za-z][\\w.-]*)=(?<value>.*)");

    private final Product product;
    private final Vocabulary vocabulary;
    private final Settings.Builder settings;
    private boolean isServers;

    ServerArguments(Product product, Settings.Builder settings) {
        this.product = product;
        this.vocabulary = product == Product.POSTGRESQL ? PostgresKeys.VOCABULARY : MySqlKeys.VOCABULARY;
        this.settings = settings;
    }

    void read(Container container) {
        var words = container.command();
        isServers = isServers(words);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.text().startsWith("-") || follows("-c", words, i)) {
                readWord(word);
            } else if (product == Product.POSTGRESQL && follows("-p", words, i)) {
                put("port", word);
            } else if (product == Product.POSTGRESQL && follows("-N", words, i)) {
                put("max_connections", word);
            }
        }
    }

    private static boolean follows(String option, List<Written> words, int i) {
        return i > 0 && words.get(i - 1).text().equals(option);
    }

    private void readWord(Written word) {
        var assignment = ASSIGNMENT.matcher(word.text());
        if (assignment.matches()) {
            put(assignment.group("name"), part(word, assignment.group("value"), assignment.start("value")));
        }
    }

    private void put(String name, Written value) {
        var plain = name.replace('-', '_');
        if (product == Product.POSTGRESQL && isServers) {
            PostgresName.put(settings, plain, value);
        } else {
            vocabulary.findIgnoringCase(plain).ifPresent(key -> settings.put(key, value));
        }
    }

    /// Whether the words are the server's own, rather than a shell's, which may hand them to anything.
    private static boolean isServers(List<Written> words) {
        return !words.isEmpty()
                && (words.getFirst().text().startsWith("-")
                        || words.getFirst().text().matches("(.*/)?postgres"));
    }

    static Written part(Written word, String text, int columns) {
        var origin = word.origin() instanceof Origin.InFile place ? place.plusColumns(columns) : word.origin();
        return new Written(word.key(), text, origin, word.unresolved());
    }
}
