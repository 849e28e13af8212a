package dev.tautline.link.reader.dropwizard;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// YAML files of Dropwizard: those with a block, at any of the first levels, that has a `driverClass` and a
/// `url`.
public final class DropwizardFormat implements Format {
    private static final int MAX_LEVEL = 3;

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains("driverClass:") && source.text().contains("url:");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var trees = YamlTree.read(source, facts.problems());
        var blocks = new ArrayList<DropwizardDatabase>();
        trees.forEach(tree -> collect("", tree, 0, blocks));
        if (!blocks.isEmpty()) {
            facts.application(OneFile.of(
                    source.file(),
                    Framework.DROPWIZARD,
                    (application, running, problems) -> blocks.stream()
                            .map(block -> block.client(application, running, problems))
                            .toList()));
        }
        return !blocks.isEmpty();
    }

    private static void collect(String path, YamlTree tree, int level, List<DropwizardDatabase> blocks) {
        if (tree.text("driverClass").isPresent() && tree.text("url").isPresent()) {
            blocks.add(new DropwizardDatabase(path, tree));
        } else if (level < MAX_LEVEL) {
            for (Map.Entry<String, YamlTree> entry : tree.entries().entrySet()) {
                collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        entry.getValue(),
                        level + 1,
                        blocks);
            }
        }
    }
}
