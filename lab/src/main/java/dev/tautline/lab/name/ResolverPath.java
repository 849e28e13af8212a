package dev.tautline.lab.name;

import java.io.IOException;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The classes of [ConductedResolver] in a directory of their own, for JVMs that know nothing else of the lab. The JDK
/// finds a resolver by its service file (java.net.spi.InetAddressResolverProvider, "Deploying resolver providers").
record ResolverPath(Path directory) {
    private static final List<Class<?>> CLASSES = List.of(ConductedResolver.class, conducted());

    /// Writes the classes; an existing directory is used again.
    static ResolverPath writeTo(Path directory) {
        try {
            for (var type : CLASSES) {
                write(type, directory);
            }
            var service = directory.resolve("META-INF/services").resolve(InetAddressResolverProvider.class.getName());
            Files.createDirectories(service.getParent());
            Files.writeString(service, ConductedResolver.class.getName());
            return new ResolverPath(directory.toAbsolutePath());
        } catch (IOException failure) {
            throw new HostsFileFailed("Cannot write the resolver to %s: %s".formatted(directory, failure), failure);
        }
    }

    /// Has a JVM go by the hosts file, through the resolver.
    List<String> jvmOptions(Path hosts) {
        return List.of("-D%s=%s".formatted(ConductedResolver.HOSTS_FILE, hosts), "-Xbootclasspath/a:" + directory);
    }

    private static void write(Class<?> type, Path directory) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        var target = directory.resolve(name);
        Files.createDirectories(target.getParent());
        try (var bytes = ResolverPath.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.write(target, bytes.readAllBytes());
        }
    }

    private static Class<?> conducted() {
        return ConductedResolver.class.getDeclaredClasses()[0];
    }
}
