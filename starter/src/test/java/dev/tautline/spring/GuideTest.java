package dev.tautline.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuideTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(tautline\\.[a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void listsEveryPropertyOnce() throws IOException {
        assertThat(ROW.matcher(Guide.text()).results().map(row -> row.group(1)).sorted())
                .containsExactlyElementsOf(descriptions().keySet());
    }

    @Test
    void describesEachPropertyAsTheMetadataDo() throws IOException {
        String guide = Guide.text().replace("`", "");
        descriptions()
                .forEach((name, description) ->
                        assertThat(guide).as(name).contains(description.replaceFirst("\\.$", "")));
    }

    private static SortedMap<String, String> descriptions() throws IOException {
        try (InputStream metadata =
                GuideTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            JsonNode properties = JsonMapper.shared().readTree(metadata).get("properties");
            return properties
                    .valueStream()
                    .filter(property -> property.get("name").asString().startsWith("tautline."))
                    .collect(Collectors.toMap(
                            property -> property.get("name").asString(),
                            property -> property.get("description").asString(),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }
}
