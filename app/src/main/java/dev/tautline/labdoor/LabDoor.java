package dev.tautline.labdoor;

import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.fault.FaultImpossible;
import dev.tautline.settings.Secret;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The door to a lab: faults are injected and healed over it while the stage runs. Closing it closes the door alone;
/// what
/// is in force stays. Thread-safe.
public final class LabDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOKEN_BYTES = 24;
    private static final long MOST_BYTES = 8L << 10;
    private static final int REFUSED = 409;
    private static final int UNUSABLE = 422;

    /// What is asked for, as people write it.
    record Wanted(String fault) {}

    private final FaultsInForce faults;
    private final Path directory;
    private final Secret token;
    private final Javalin server;

    private LabDoor(FaultsInForce faults, Path directory, List<Consumer<RoutesConfig>> more) {
        this.faults = faults;
        this.directory = directory;
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.token = Secret.of(HexFormat.of().formatHex(bytes));
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.before(this::refuseStrangers);
            config.routes.get("/faults", ctx -> answer(ctx, faults.shown()));
            config.routes.post("/faults", this::inject);
            config.routes.delete("/faults/{id}", this::heal);
            more.forEach(other -> other.accept(config.routes));
        });
    }

    /// Opens it on a free port of loopback, and writes down in the directory how to reach it.
    ///
    /// @param more what else is behind it, for whoever has the token
    public static LabDoor open(FaultsInForce faults, Path directory, List<Consumer<RoutesConfig>> more) {
        var door = new LabDoor(faults, directory, more);
        door.server.start("127.0.0.1", 0);
        try {
            new DoorFile(URI.create("http://127.0.0.1:" + door.server.port() + "/"), door.token).write(directory);
            return door;
        } catch (IOException unwritable) {
            door.server.stop();
            throw new UncheckedIOException("cannot write to " + directory, unwritable);
        }
    }

    private void refuseStrangers(Context ctx) {
        var given = Objects.requireNonNullElse(ctx.header("Authorization"), "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, ("Bearer " + token.reveal()).getBytes(StandardCharsets.UTF_8))) {
            throw new UnauthorizedResponse();
        }
    }

    private void inject(Context ctx) {
        try {
            answer(ctx, faults.inject(JSON.readValue(ctx.body(), Wanted.class).fault(), false));
        } catch (FaultRefused | JacksonException unusable) {
            ctx.status(UNUSABLE).result(String.valueOf(unusable.getMessage()));
        } catch (FaultImpossible impossible) {
            ctx.status(REFUSED).result(String.valueOf(impossible.getMessage()));
        } catch (RuntimeException failed) {
            ctx.status(REFUSED).result("could not be injected: " + failed.getMessage());
        }
    }

    private void heal(Context ctx) {
        var id = ctx.pathParam("id");
        try {
            faults.heal(id)
                    .ifPresentOrElse(
                            healed -> answer(ctx, healed),
                            () -> ctx.status(UNUSABLE)
                                    .result("no fault '%s' is in force; there are %s".formatted(id, ids())));
        } catch (RuntimeException failed) {
            ctx.status(REFUSED).result("could not be healed: " + failed.getMessage());
        }
    }

    private String ids() {
        var ids = faults.shown().stream().map(InForce::id).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "none" : ids;
    }

    private static void answer(Context ctx, Object value) {
        ctx.contentType("application/json").result(JSON.writeValueAsString(value));
    }

    @Override
    public void close() {
        server.stop();
        try {
            DoorFile.remove(directory);
        } catch (IOException stays) {
            // Whoever asks there gets no answer.
        }
    }
}
