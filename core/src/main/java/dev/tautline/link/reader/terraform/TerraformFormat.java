package dev.tautline.link.reader.terraform;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads the files of Terraform and OpenTofu: the databases that a cloud runs, what calls may reach them, and the
/// tasks of Amazon ECS that call. What is
/// computed by anything but names of values stays unknown.
public final class TerraformFormat implements Format {
    private static final Pattern NAME = Pattern.compile(".*\\.(tf|tofu|tfvars)");

    private final Modules modules = new Modules();

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        modules.add(source.file(), HclReader.read(source));
        return true;
    }

    @Override
    public void finish(Facts facts) {
        modules.scopes().forEach(scope -> {
            new ManagedServers(scope).all().forEach(facts::server);
            new RdsProxies(scope).all().forEach(facts::hop);
            new EcsTasks(scope).all().forEach(facts::workload);
        });
    }
}
