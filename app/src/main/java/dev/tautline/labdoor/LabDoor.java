package dev.tautline.labdoor;

import dev.tautline.lab.Injection;
import dev.tautline.lab.LabException;
import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.FaultImpossible;
import dev.tautline.lab.fault.Lab;
import dev.tautline.settings.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The door to a lab: faults are injected and healed over it while the stage runs. Closing it heals all that is in
/// force. Thread-safe; injections come one after another.
public final class LabDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOKEN_BYTES = 24;
    private static final long MOST_BYTES = 8L << 10;
    private static final int REFUSED = 409;
    private static final int UNUSABLE = 422;

    private record Held(InForce told, Injection injection) {}

    /// What is asked for, as people write it.
    record Wanted(String fault) {}

    private final Lab lab;
    private final Path directory;
    private final Clock clock;
    private final Secret token;
    private final Map<String, Held> inForce = new LinkedHashMap<>();
    private final Javalin server;

    private LabDoor(Lab lab, Path directory, Clock clock) {
        this.lab = lab;
        this.directory = directory;
        this.clock = clock;
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.token = Secret.of(HexFormat.of().formatHex(bytes));
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.before(this::refuseStrangers);
            config.routes.get("/faults", ctx -> answer(ctx, all()));
            config.routes.post("/faults", this::inject);
            config.routes.delete("/faults/{id}", this::heal);
        });
    }

    /// Opens it on a free port of loopback, and writes down in the directory how to reach it.
    public static LabDoor open(Lab lab, Path directory, Clock clock) {
        var door = new LabDoor(lab, directory, clock);
        door.server.start("127.0.0.1", 0);
        try {
            new DoorFile(URI.create("http://127.0.0.1:" + door.server.port() + "/"), door.token).write(directory);
            return door;
        } catch (IOException unwritable) {
            door.server.stop();
            throw new UncheckedIOException("cannot write to " + directory, unwritable);
        }
    }

    /// What is in force, the oldest first.
    synchronized List<InForce> all() {
        return inForce.values().stream().map(Held::told).toList();
    }

    private void refuseStrangers(Context ctx) {
        var given = Objects.requireNonNullElse(ctx.header("Authorization"), "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, ("Bearer " + token.reveal()).getBytes(StandardCharsets.UTF_8))) {
            throw new UnauthorizedResponse();
        }
    }

    private synchronized void inject(Context ctx) {
        try {
            var wanted = JSON.readValue(ctx.body(), Wanted.class).fault();
            var fault = Faults.parse(wanted);
            var id = free(Faults.kindOf(fault).orElseThrow().id());
            var injection = lab.inject(fault);
            var told = new InForce(id, wanted, clock.instant());
            inForce.put(id, new Held(told, injection));
            answer(ctx, told);
        } catch (FaultRefused | JacksonException unusable) {
            ctx.status(UNUSABLE).result(String.valueOf(unusable.getMessage()));
        } catch (FaultImpossible impossible) {
            ctx.status(REFUSED).result(String.valueOf(impossible.getMessage()));
        } catch (LabException failed) {
            ctx.status(REFUSED).result("could not be injected: " + failed.getMessage());
        }
    }

    private synchronized void heal(Context ctx) {
        var held = inForce.remove(ctx.pathParam("id"));
        if (held == null) {
            ctx.status(UNUSABLE)
                    .result("no fault '%s' is in force; there are %s"
                            .formatted(
                                    ctx.pathParam("id"),
                                    inForce.isEmpty() ? "none" : String.join(", ", inForce.keySet())));
            return;
        }
        try {
            held.injection().close();
            answer(ctx, held.told());
        } catch (RuntimeException failed) {
            ctx.status(REFUSED).result("could not be healed: " + failed.getMessage());
        }
    }

    private String free(String id) {
        int number = 2;
        var free = id;
        while (inForce.containsKey(free)) {
            free = id + "-" + number++;
        }
        return free;
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
        synchronized (this) {
            Injection.all(inForce.values().stream().map(Held::injection).toList())
                    .close();
            inForce.clear();
        }
    }
}
