package dev.tautline.store.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");
    private static final Pattern FIXED_KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[(}]");
    private static final Pattern WORDS_IN_TAGS =
            Pattern.compile("<(?:a|button|p|h1|h2|label)(?![^>]*th:)[^>]*>[A-Za-z]{3,}");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(words("messages_de").keySet())
                .containsExactlyInAnyOrderElementsOf(words("messages").keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        var german = words("messages_de");
        words("messages")
                .forEach((key, text) -> assertThat(arguments(german.getOrDefault(key, "")))
                        .as(key.toString())
                        .isEqualTo(arguments(text)));
    }

    @Test
    void anApostropheIsDoubledExactlyWhereATextTakesArguments() throws IOException {
        for (var bundle : new String[] {"messages", "messages_de"}) {
            words(bundle).forEach((key, text) -> {
                var said = text.toString();
                assertThat(said.replace("''", "").contains("'")
                                && !arguments(said).isEmpty())
                        .as("%s of %s has a single apostrophe beside arguments", key, bundle)
                        .isFalse();
            });
        }
    }

    @Test
    void pagesHaveNoWordsOfTheirOwnAndKnowEachKey() throws IOException {
        var known = words("messages").stringPropertyNames();
        try (var pages = Files.list(Path.of("src/main/resources/templates"))) {
            for (var page : pages.toList()) {
                var text = Files.readString(page);
                var keys = FIXED_KEY
                        .matcher(text)
                        .results()
                        .map(key -> key.group(1))
                        .collect(Collectors.toSet());
                assertThat(known).as(page.toString()).containsAll(keys);
                assertThat(WORDS_IN_TAGS.matcher(text).results().map(MatchResult::group))
                        .as("words of %s that no bundle has", page)
                        .isEmpty();
            }
        }
    }

    private static Set<String> arguments(Object text) {
        return ARGUMENT.matcher(String.valueOf(text))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties words(String bundle) throws IOException {
        try (var file = MessagesTest.class.getResourceAsStream("/" + bundle + ".properties")) {
            assertThat(file).as(bundle).isNotNull();
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        }
    }
}
