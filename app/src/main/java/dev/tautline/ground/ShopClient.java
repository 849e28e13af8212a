package dev.tautline.ground;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.ClientUnderTest;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.stage.StoreSettings;
import java.util.function.Consumer;

/// One instance of the shop, which is stopped as a deployment does and started with other settings.
final class ShopClient implements ClientUnderTest {
    private final Consumer<StoreSettings> deployment;
    private final StoreSettings usual;

    /// @param deployment returns when the instance is ready again, with these settings
    ShopClient(StoreSettings usual, Consumer<StoreSettings> deployment) {
        this.usual = usual;
        this.deployment = deployment;
    }

    @Override
    public String name() {
        return usual.name();
    }

    /// The shop has a switch for each mistake in code, too.
    @Override
    public Feasibility canBecome(ClientChange change) {
        return Feasibility.possible();
    }

    @Override
    public Injection redeploy(ClientChange change) {
        deployment.accept(ChangedSettings.of(usual, change));
        return Injection.healedBy(() -> deployment.accept(usual));
    }
}
