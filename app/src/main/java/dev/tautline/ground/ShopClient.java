package dev.tautline.ground;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.ClientUnderTest;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.stage.StoreSettings;

/// One instance of the shop, which is stopped as a deployment does and started with other settings.
final class ShopClient implements ClientUnderTest {
    private final Shops shops;
    private final int index;
    private final StoreSettings usual;

    ShopClient(Shops shops, int index, StoreSettings usual) {
        this.shops = shops;
        this.index = index;
        this.usual = usual;
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
        shops.redeploy(index, ChangedSettings.of(usual, change));
        return Injection.healedBy(() -> shops.redeploy(index, usual));
    }
}
