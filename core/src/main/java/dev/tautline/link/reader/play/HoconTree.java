package dev.tautline.link.reader.play;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import dev.tautline.settings.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The values of a HOCON file under one environment. `settled` leaves out what is only a substitution without an
/// answer, so that a value written before it holds; `open` keeps it as unresolved.
record HoconTree(Config settled, Config open, Places places, List<Written> unseen) {
    /// A text, number or flag, if the path leads to one.
    Optional<Written> find(String... path) {
        return values(path)
                .filter(value ->
                        value.valueType() != ConfigValueType.OBJECT && value.valueType() != ConfigValueType.LIST)
                .findFirst()
                .map(value -> written(path[path.length - 1], value));
    }

    /// The names below a path, sorted.
    List<String> names(String... path) {
        var names = new TreeSet<String>();
        values(path)
                .filter(value -> value.valueType() == ConfigValueType.OBJECT)
                .forEach(value -> names.addAll(((com.typesafe.config.ConfigObject) value).keySet()));
        return List.copyOf(names);
    }

    /// The names at the top, sorted.
    List<String> roots() {
        var names = new TreeSet<>(settled.root().keySet());
        names.addAll(open.root().keySet());
        return List.copyOf(names);
    }

    /// `path` with one more element.
    static String[] below(String[] path, String name) {
        var longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = name;
        return longer;
    }

    /// A duration of HOCON as the milliseconds that a pool is handed; what is none stays as it is.
    static Written inMillis(Written written) {
        if (!written.isResolved()) {
            return written;
        }
        try {
            var time =
                    ConfigValueFactory.fromAnyRef(written.text()).atKey("time").getDuration("time");
            return Written.of(written.key(), String.valueOf(time.toMillis()), written.origin());
        } catch (ConfigException | ArithmeticException noDuration) {
            return written;
        }
    }

    private Stream<ConfigValue> values(String... path) {
        var joined = ConfigUtil.joinPath(path);
        return Stream.of(settled, open).filter(tree -> tree.hasPath(joined)).map(tree -> tree.getValue(joined));
    }

    private Written written(String key, ConfigValue value) {
        var text = References.withoutTags(String.valueOf(value.unwrapped()));
        return new Written(key, text, places.of(value.origin(), key, text), References.openIn(text));
    }
}
