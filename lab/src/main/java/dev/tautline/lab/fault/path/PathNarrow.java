package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.ByteRate;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// The way carries few bytes: large answers crawl, small ones do not.
public record PathNarrow(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(
                value = "32KB/s",
                mild = "512KB/s",
                severe = "2KB/s",
                says = "what all connections together may carry each way")
        ByteRate rate)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.BandwidthCap(rate.perSecond().bytes()));
    }
}
