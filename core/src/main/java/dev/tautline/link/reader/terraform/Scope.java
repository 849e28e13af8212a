package dev.tautline.link.reader.terraform;

import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The blocks of one module, with the values that its variables have where it is used.
final class Scope {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAMED = Pattern.compile("(var|local)\\.([\\w-]+)");
    /// A value that names a value that names a value …
    private static final int MAX_STEPS = 8;

    private final List<HclBlock> blocks;
    private final Map<String, HclValue> values = new HashMap<>();

    /// `given` is what the variables have; what is open there is open here, whatever its default is.
    Scope(List<HclBlock> blocks, Map<String, HclValue> given) {
        this.blocks = List.copyOf(blocks);
        blocks.stream()
                .filter(block -> block.word().equals("variable"))
                .forEach(block -> block.at("default").ifPresent(value -> values.put("var." + block.label(0), value)));
        blocks.stream()
                .filter(block -> block.word().equals("locals"))
                .forEach(block -> block.attributes().forEach((name, value) -> values.put("local." + name, value)));
        given.forEach((name, value) -> values.put("var." + name, value));
    }

    Stream<HclBlock> resources(String... types) {
        return blocks.stream().filter(block -> block.isResource(types));
    }

    Stream<HclBlock> of(String word) {
        return blocks.stream().filter(block -> block.word().equals(word));
    }

    /// The value itself, where it only names one that is known here.
    HclValue resolved(HclValue value) {
        var seen = value;
        for (int step = 0; step < MAX_STEPS && seen instanceof HclValue.Expression named; step++) {
            var next = values.get(named.text());
            if (next == null) {
                return seen;
            }
            seen = next;
        }
        return seen;
    }

    Optional<HclValue> at(HclBlock block, String attribute) {
        return block.at(attribute).map(this::resolved);
    }

    /// Whether a value names a resource: `aws_db_parameter_group.shop.name`, `"${aws_db_instance.shop.id}"`.
    static boolean refersTo(Optional<HclValue> value, HclBlock resource) {
        var name = resource.label(0) + "." + resource.label(1);
        return value.map(Scope::texts).orElse(List.of()).stream()
                .anyMatch(text -> Pattern.compile("(^|[^\\w.-])" + Pattern.quote(name) + "($|[^\\w-])")
                        .matcher(text)
                        .find());
    }

    private static List<String> texts(HclValue value) {
        return switch (value) {
            case HclValue.Literal one -> one.text().contains("${") ? List.of(one.text()) : List.of();
            case HclValue.Expression one -> List.of(one.text());
            case HclValue.Items items ->
                items.all().stream().flatMap(one -> texts(one).stream()).toList();
            case HclValue.Entries entries ->
                entries.all().values().stream()
                        .flatMap(one -> texts(one).stream())
                        .toList();
        };
    }

    /// A single value as it is written, with what is not known here unresolved.
    Optional<Written> text(HclBlock block, String attribute) {
        return block.at(attribute).flatMap(this::text);
    }

    Optional<Written> text(HclValue value) {
        return switch (resolved(value)) {
            case HclValue.Literal literal -> Optional.of(filled(literal));
            case HclValue.Expression(var text, var origin) ->
                text.equals("null")
                        ? Optional.empty()
                        : Optional.of(
                                new Written(origin.key(), "${" + plain(text) + "}", origin, List.of(plain(text))));
            case HclValue.Items _, HclValue.Entries _ -> Optional.empty();
        };
    }

    private Written filled(HclValue.Literal literal) {
        var open = new ArrayList<String>();
        var text = HOLE.matcher(literal.text()).replaceAll(hole -> {
            var inner = hole.group(1).strip();
            var known = NAMED.matcher(inner).matches()
                    ? Optional.ofNullable(values.get(inner))
                    : Optional.<HclValue>empty();
            var filled = known.map(this::resolved)
                    .filter(HclValue.Literal.class::isInstance)
                    .map(value -> ((HclValue.Literal) value).text())
                    .filter(value -> !value.contains("${"));
            if (filled.isEmpty()) {
                open.add(plain(inner));
            }
            return Matcher.quoteReplacement(filled.orElse("${" + plain(inner) + "}"));
        });
        return new Written(literal.origin().key(), text, literal.origin(), open);
    }

    /// What stands in a report for something computed, on one line.
    private static String plain(String expression) {
        var line = expression.replaceAll("[\\s{}$:]+", " ").strip();
        return line.length() > 60 ? line.substring(0, 60) + "…" : line.isEmpty() ? "expression" : line;
    }
}
