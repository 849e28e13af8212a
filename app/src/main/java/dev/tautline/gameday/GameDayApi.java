package dev.tautline.gameday;

import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.fault.FaultImpossible;
import dev.tautline.labdoor.DoorRelay;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A game day over HTTP, behind the door of the lab. Refusals are one sentence of plain text.
final class GameDayApi {
    /// Strict, so that a misspelt key does not draw a surprise.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int ACCEPTED = 202;
    private static final int UNUSABLE = 400;
    private static final int NOT_NOW = 409;

    private final GameDay game;

    GameDayApi(GameDay game) {
        this.game = game;
    }

    /// @param fault as people write it; null to be surprised
    private record Wanted(@Nullable String fault) {}

    /// @param cause null to give up
    private record Guessed(@Nullable String cause) {}

    private interface Move {
        void make();
    }

    void addTo(RoutesConfig routes) {
        routes.get(DoorRelay.GAME_DAY, this::answer);
        routes.get(DoorRelay.GAME_DAY + "/choices", ctx -> json(ctx, ChoicesView.of(game.choices())));
        routes.post(
                DoorRelay.GAME_DAY + "/rounds",
                ctx -> move(ctx, ACCEPTED, "{\"fault\": …} is expected, or {} for a surprise", () -> begin(ctx)));
        routes.post(
                DoorRelay.GAME_DAY + "/guess",
                ctx -> move(
                        ctx,
                        200,
                        "{\"cause\": …} is expected, or {\"cause\": null} to give up",
                        () -> game.guess(
                                Optional.ofNullable(read(ctx, Guessed.class).cause()))));
        routes.post(DoorRelay.GAME_DAY + "/heal", ctx -> move(ctx, ACCEPTED, "nothing is expected", game::heal));
    }

    private void begin(Context ctx) {
        var fault = read(ctx, Wanted.class).fault();
        if (fault == null) {
            game.surprise();
        } else {
            game.begin(fault);
        }
    }

    private void move(Context ctx, int status, String expected, Move move) {
        try {
            move.make();
            ctx.status(status);
            answer(ctx);
        } catch (JacksonException unreadable) {
            ctx.status(UNUSABLE).result(expected);
        } catch (FaultRefused | UnknownCause unusable) {
            ctx.status(UNUSABLE).result(String.valueOf(unusable.getMessage()));
        } catch (NotNow | FaultImpossible refused) {
            ctx.status(NOT_NOW).result(String.valueOf(refused.getMessage()));
        }
    }

    private static <T> T read(Context ctx, Class<T> type) {
        return JSON.treeToValue(JSON.readTree(ctx.body()).asObject(), type);
    }

    private void answer(Context ctx) {
        json(ctx, StandingView.of(game.standing()));
    }

    private static void json(Context ctx, Object value) {
        ctx.contentType("application/json").result(JSON.writeValueAsString(value));
    }
}
