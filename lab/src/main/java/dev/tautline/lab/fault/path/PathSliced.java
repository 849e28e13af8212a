package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// Bytes arrive in crumbs, as through a tiny segment size or an inspecting middlebox.
public record PathSliced(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "16", mild = "256", severe = "1", says = "in each crumb")
        int bytes,

        @Given(value = "2ms", says = "from crumb to crumb") Duration apart)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Slices(bytes, apart));
    }
}
