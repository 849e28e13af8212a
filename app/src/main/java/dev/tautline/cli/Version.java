package dev.tautline.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version that Maven wrote into the jar's manifest.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version =
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development build");
        return new String[] {"taut " + version, "Java " + Runtime.version()};
    }
}
