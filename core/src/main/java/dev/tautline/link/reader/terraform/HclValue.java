package dev.tautline.link.reader.terraform;

import dev.tautline.settings.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on the right of an `=`, with its place.
sealed interface HclValue {
    Origin.InFile origin();

    /// A text, a number or a flag; `${…}` in a text is not filled in yet.
    record Literal(String text, Origin.InFile origin) implements HclValue {}

    /// Anything that is computed: `var.size`, `aws_db_parameter_group.shop.name`, `max(1, 2)`.
    record Expression(String text, Origin.InFile origin) implements HclValue {}

    record Items(List<HclValue> all, Origin.InFile origin) implements HclValue {
        public Items {
            all = List.copyOf(all);
        }
    }

    record Entries(Map<String, HclValue> all, Origin.InFile origin) implements HclValue {
        public Entries {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }

        Optional<HclValue> at(String name) {
            return Optional.ofNullable(all.get(name));
        }
    }
}
