package dev.tautline.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Standard output that says when nobody can take what is written (`taut … | head`, a full disk). A `PrintStream` would
/// swallow that, and a command that never ends would go on for nobody. Reports the first failure only and drops the
/// rest.
final class ResultStream extends FilterOutputStream {
    private final Consumer<IOException> onFailure;
    private volatile @Nullable IOException failure;

    ResultStream(OutputStream out, Consumer<IOException> onFailure) {
        super(out);
        this.onFailure = onFailure;
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int b) {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    private void attempt(Write write) {
        if (failure != null) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failure = e;
            onFailure.accept(e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
