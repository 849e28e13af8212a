package dev.tautline.link.reader.play;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A HOCON file with what it includes, parsed; its substitutions wait for the environment.
record HoconFile(Config config, List<SourceText> texts, List<Written> unseen) {
    /// How often substitutions may lead to others.
    private static final int MAX_LEVELS = 4;
    /// As many letters and values as one level may grow to: each substitution may bring in all of the level
    /// before it.
    private static final long MAX_SIZE = 4L << 20;

    private static final Pattern OPTION = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");

    static Optional<HoconFile> read(SourceText source, Collection<Problem> problems) {
        var included = new Included(problems);
        return included.parse(source).map(root -> new HoconFile(root.toConfig(), included.texts(), included.unseen()));
    }

    /// The values under an environment. Options of the JVM win over the file, as `ConfigFactory.load` has it.
    HoconTree resolve(Environment environment) {
        var told = config;
        for (var option : environment.variables().entrySet()) {
            var key = option.getValue().key();
            if (OPTION.matcher(key).matches()) {
                told = ConfigValueFactory.fromAnyRef(option.getValue().text(), Places.ofVariable(option.getKey()))
                        .atPath(key)
                        .withFallback(told);
            }
        }
        var settled = settled(told, environment);
        return new HoconTree(
                settled,
                answered(told, new References(environment, settled, true)),
                new Places(texts, environment),
                unseen);
    }

    private Config settled(Config told, Environment environment) {
        var count = Math.max(
                1,
                texts.stream()
                        .mapToLong(text -> References.countIn(text.text()))
                        .sum());
        var level = answered(told, new References(environment, ConfigFactory.empty(), false));
        for (int i = 0; i < MAX_LEVELS && size(level.root(), MAX_SIZE / count) < MAX_SIZE / count; i++) {
            level = answered(told, new References(environment, level, false));
        }
        return level;
    }

    /// A reference that leads to itself ends as "nothing".
    private static Config answered(Config told, References references) {
        try {
            return told.resolve(ConfigResolveOptions.defaults()
                    .setUseSystemEnvironment(false)
                    .appendResolver(references));
        } catch (ConfigException | StackOverflowError unresolvable) {
            return ConfigFactory.empty();
        }
    }

    /// Letters and values, counted until there are more than `enough`.
    private static long size(ConfigValue value, long enough) {
        var size = 1L;
        if (value instanceof Map<?, ?> object) {
            for (var inner : object.values()) {
                size += size > enough ? 0 : size((ConfigValue) inner, enough - size);
            }
            return size;
        }
        if (value instanceof List<?> list) {
            for (var inner : list) {
                size += size > enough ? 0 : size((ConfigValue) inner, enough - size);
            }
            return size;
        }
        return size + String.valueOf(value.unwrapped()).length();
    }
}
