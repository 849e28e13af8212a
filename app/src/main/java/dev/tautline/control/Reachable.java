package dev.tautline.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// While it is open, commands find the guard. Without it the guard watches all the same.
public final class Reachable implements AutoCloseable {
    private final Path folder;
    private final Consumer<String> says;

    private Reachable(Path folder, Consumer<String> says) {
        this.folder = folder;
        this.says = says;
    }

    /// @param says hears when commands will not find the guard
    public static Reachable at(Path folder, GuardFile guard, Consumer<String> says) {
        try {
            guard.write(folder);
        } catch (IOException e) {
            says.accept("commands will not find this guard: " + folder + " cannot be written ("
                    + e.getClass().getSimpleName() + ")");
        }
        return new Reachable(folder, says);
    }

    @Override
    public void close() {
        try {
            GuardFile.remove(folder);
        } catch (IOException e) {
            says.accept("guard.json could not be removed from " + folder);
        }
    }
}
