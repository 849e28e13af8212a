package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A chart with all values that hold in one environment. As a part of another chart it may have an `alias`.
record Release(Chart chart, ValuesFile file, YamlTree values, Optional<String> alias) {
    /// How Helm lays values over others: mappings are joined, all else is replaced, and null takes away (Helm
    /// documentation, "Values Files").
    static YamlTree over(YamlTree base, YamlTree values) {
        if (!(base instanceof Entries ours) || !(values instanceof Entries theirs)) {
            return values;
        }
        var all = new LinkedHashMap<>(ours.all());
        theirs.all().forEach((key, value) -> {
            if (value instanceof Scalar scalar && scalar.isNull()) {
                all.remove(key);
            } else {
                all.merge(key, value, Release::over);
            }
        });
        return new Entries(all, values.origin());
    }

    /// What its objects are called, as far as the name under which it is installed does not matter.
    Optional<Written> fullName() {
        return Values.field(values, "fullnameOverride")
                .filter(written -> written.isResolved() && !written.text().isBlank());
    }

    String name() {
        return fullName()
                .or(() -> Values.field(values, "nameOverride")
                        .filter(written ->
                                written.isResolved() && !written.text().isBlank()))
                .map(Written::text)
                .or(() -> alias)
                .or(() -> chart.name().map(Written::text))
                .orElse("");
    }

    Stage stage() {
        return Stage.ofName(file.environment());
    }

    Origin.InFile origin() {
        return file.source().place(1, 1, "");
    }

    /// The file, as the set of all that is installed with it.
    String unit() {
        return file.source().file() + "!" + chart.folder()
                + alias.map(name -> "!" + name).orElse("");
    }
}
