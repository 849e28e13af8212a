package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.Optional;

/// The image among the values of a chart: one text, or registry, repository and tag. Without a tag, the chart's
/// `appVersion` is usual, so none is told.
final class ChartImage {
    private final YamlTree values;

    ChartImage(YamlTree values) {
        this.values = values;
    }

    Optional<YamlTree> written() {
        return values.at("image")
                .flatMap(image -> image instanceof YamlTree.Scalar scalar && !isBlank(scalar.text())
                        ? Optional.of(image)
                        : whole(image));
    }

    private static Optional<YamlTree> whole(YamlTree image) {
        return text(image, "repository")
                .or(() -> text(image, "name"))
                .map(repository -> Trees.scalar(
                        text(image, "registry").map(one -> one.text() + "/").orElse("")
                                + repository.text()
                                + text(image, "tag")
                                        .map(one -> ":" + one.text())
                                        .orElse(""),
                        repository.origin().place().orElse(image.origin())));
    }

    private static Optional<Written> text(YamlTree image, String key) {
        return image.text(key).filter(written -> !isBlank(written.text()));
    }

    private static boolean isBlank(String text) {
        return text.isBlank();
    }
}
