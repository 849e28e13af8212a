package dev.tautline.targets;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.evidence.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What was found at every address of every host of a target.
public record TargetResult(Target target, List<HostResult> hosts) {
    public TargetResult {
        hosts = List.copyOf(hosts);
    }

    /// The sentence for a URL that wants a role which none of its hosts has.
    public Optional<String> unmetRole() {
        var wanted = target.oneMustBe();
        var roles = hosts.stream()
                .map(HostResult::ladder)
                .map(LadderResult::role)
                .filter(Objects::nonNull)
                .toList();
        var met = switch (wanted) {
            case ANY -> true;
            case PRIMARY -> roles.stream().anyMatch(role -> !role.inRecovery() && !role.readOnly());
            case STANDBY -> roles.stream().anyMatch(Role::inRecovery);
        };
        return met
                ? Optional.empty()
                : Optional.of("none of the hosts is a " + wanted + ", and the URL takes nothing else: the driver"
                        + " says \"Could not find a server with specified targetServerType\"");
    }

    public boolean isClean() {
        return hosts.stream().allMatch(HostResult::isClean) && unmetRole().isEmpty();
    }

    public boolean isReached() {
        return hosts.stream().anyMatch(HostResult::isReached);
    }
}
