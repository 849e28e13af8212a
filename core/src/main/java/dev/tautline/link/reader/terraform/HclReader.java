package dev.tautline.link.reader.terraform;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads HCL's native syntax as far as blocks, attributes and plain values; what is computed stays a text, except for
/// `jsonencode`, which only changes how a value is written. What cannot
/// be read is passed over.
final class HclReader {
    /// Deeper than any file of a person's.
    private static final int MAX_DEPTH = 40;

    private final HclText text;

    private HclReader(SourceText source) {
        this.text = new HclText(source);
    }

    /// The file as one block without a word.
    static HclBlock read(SourceText source) {
        var reader = new HclReader(source);
        return reader.body("", List.of(), source.place(1, 1, ""), 0);
    }

    private HclBlock body(String word, List<String> labels, Origin.InFile origin, int depth) {
        var attributes = new LinkedHashMap<String, HclValue>();
        var blocks = new ArrayList<HclBlock>();
        for (text.blanks(true); !text.isAtEnd(); text.blanks(true)) {
            if (text.next() == '}' && depth > 0) {
                text.skip();
                break;
            }
            var place = text.place("");
            var name = text.word();
            text.blanks(false);
            if (name.isEmpty()) {
                text.skip();
            } else if (text.next() == '=') {
                text.skip();
                attributes.put(name, value(name, depth));
            } else {
                block(name, place, depth).ifPresent(blocks::add);
            }
        }
        return new HclBlock(word, labels, attributes, blocks, origin);
    }

    private Optional<HclBlock> block(String word, Origin.InFile place, int depth) {
        var labels = new ArrayList<String>();
        while (text.next() != '{') {
            if (text.next() == '"') {
                labels.add(text.quoted());
            } else {
                var label = text.word();
                if (label.isEmpty()) {
                    return Optional.empty();
                }
                labels.add(label);
            }
            text.blanks(false);
        }
        text.skip();
        return depth < MAX_DEPTH ? Optional.of(body(word, labels, place, depth + 1)) : Optional.empty();
    }

    private HclValue value(String key, int depth) {
        text.blanks(false);
        var origin = text.place(key);
        var start = text.offset();
        var plain = depth < MAX_DEPTH ? plain(key, origin, depth) : Optional.<HclValue>empty();
        if (plain.isPresent() && text.isAtEndOfValue()) {
            return plain.get();
        }
        text.backTo(start);
        var expression = text.expression();
        return isLiteral(expression)
                ? new HclValue.Literal(expression, origin)
                : new HclValue.Expression(expression, origin);
    }

    private static boolean isLiteral(String expression) {
        return expression.equals("true") || expression.equals("false") || expression.matches("-?\\d+(\\.\\d+)?");
    }

    private Optional<HclValue> plain(String key, Origin.InFile origin, int depth) {
        return switch (text.next()) {
            case '"' -> {
                text.skip();
                var inside = text.place(key);
                text.backTo(text.offset() - 1);
                yield Optional.of(new HclValue.Literal(text.quoted(), inside));
            }
            case '<' ->
                text.isAtHeredoc() ? Optional.of(new HclValue.Literal(text.heredoc(), origin)) : Optional.empty();
            case '[' -> Optional.of(items(key, origin, depth));
            case '{' -> Optional.of(entries(origin, depth));
            case 'j' -> text.takes("jsonencode(") ? encoded(key, depth) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// What becomes JSON is written as lists and objects of this language.
    private Optional<HclValue> encoded(String key, int depth) {
        text.blanks(true);
        var inside = plain(key, text.place(key), depth + 1);
        text.blanks(true);
        return text.takes(')') ? inside : Optional.empty();
    }

    private HclValue items(String key, Origin.InFile origin, int depth) {
        text.skip();
        var all = new ArrayList<HclValue>();
        for (text.blanks(true); !text.isAtEnd() && !text.takes(']'); text.blanks(true)) {
            var before = text.offset();
            if (!text.takes(',')) {
                all.add(value(key, depth + 1));
            }
            if (text.offset() == before) {
                text.skip();
            }
        }
        return new HclValue.Items(all, origin);
    }

    private HclValue entries(Origin.InFile origin, int depth) {
        text.skip();
        var all = new LinkedHashMap<String, HclValue>();
        for (text.blanks(true); !text.isAtEnd() && !text.takes('}'); text.blanks(true)) {
            var name = text.next() == '"' ? text.quoted() : text.word();
            text.blanks(false);
            if (!name.isEmpty() && (text.takes('=') || text.takes(':'))) {
                all.put(name, value(name, depth + 1));
            } else {
                text.skip();
            }
        }
        return new HclValue.Entries(all, origin);
    }
}
