package dev.tautline.link.reader.terraform;

import dev.tautline.settings.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A block such as `resource "aws_db_instance" "shop" { … }`: its word, its labels, and what stands in it.
record HclBlock(
        String word,
        List<String> labels,
        Map<String, HclValue> attributes,
        List<HclBlock> blocks,
        Origin.InFile origin) {
    HclBlock {
        labels = List.copyOf(labels);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        blocks = List.copyOf(blocks);
    }

    Optional<HclValue> at(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /// The blocks of a word inside this one.
    Stream<HclBlock> in(String of) {
        return blocks.stream().filter(block -> block.word().equals(of));
    }

    String label(int index) {
        return index < labels.size() ? labels.get(index) : "";
    }

    /// Whether it is a resource of one of these types.
    boolean isResource(String... types) {
        return word.equals("resource") && List.of(types).contains(label(0));
    }
}
