package dev.tautline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/// The start of a JVM that does nothing, with the options that the launcher gives to a short command: no Java program
/// can be quicker.
final class BareJvm {
    private BareJvm() {}

    /// Compiles an empty program into a folder.
    static MeasuredProcess in(Path folder) throws IOException {
        var source = folder.resolve("Nothing.java");
        Files.writeString(source, "class Nothing { public static void main(String[] arguments) {} }");
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()) != 0) {
            throw new IOException("cannot compile " + source);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return MeasuredProcess.of(
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder.toString(),
                        "Nothing"),
                Map.of());
    }
}
