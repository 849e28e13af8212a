package dev.tautline.cli;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// What the launcher runs before a [Rehearsal]: writes a library's classes again in the form of Java 17. The JVM takes
/// classes older than Java 6 into no start-up cache, and picocli's are of Java 5. The instructions stay what they were;
/// what is added are the stack maps that newer JVMs verify by (JVMS 25, §4.10.1).
final class RenewedLibrary {
    private static final ClassTransform RENEWAL = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen((builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
                } else {
                    builder.with(element);
                }
            });

    private RenewedLibrary() {}

    /// Takes the library and the file to write.
    public static void main(String[] args) throws IOException {
        renew(Path.of(args[0]), Path.of(args[1]));
    }

    static void renew(Path library, Path renewed) throws IOException {
        var urls = new URL[] {library.toUri().toURL()};
        try (var jar = new JarFile(library.toFile());
                var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                var out = new JarOutputStream(Files.newOutputStream(renewed))) {
            var classes = classFile(loader);
            for (var entry : Collections.list(jar.entries())) {
                var bytes = jar.getInputStream(entry).readAllBytes();
                if (isClass(entry.getName())) {
                    bytes = classes.transformClass(classes.parse(bytes), RENEWAL);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /// With a constant pool of its own: what shares the old one is copied as it is, without stack maps.
    private static ClassFile classFile(ClassLoader library) {
        return ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ConstantPoolSharingOption.NEW_POOL,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(library)));
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }
}
