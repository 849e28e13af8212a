package dev.tautline.targets;

import dev.tautline.probe.FailureKind;
import dev.tautline.probe.KnownRole;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What those who get into a server see of the roles with which others try to. A server tells whoever it refuses only
/// that the password failed; whoever is in may read in `pg_roles` that the role is missing or its password expired.
final class OtherLogins implements TargetVisitor {
    private static final String QUESTION = "SELECT rolname, rolcanlogin, rolvaliduntil::text AS valid_until,"
            + " rolvaliduntil < clock_timestamp() AS expired FROM pg_roles WHERE rolname = ANY (?)";

    private final Map<String, Set<String>> usersByEndpoint;
    private final Map<String, Map<String, KnownRole>> known = new ConcurrentHashMap<>();

    OtherLogins(List<Target> targets) {
        usersByEndpoint = targets.stream()
                .flatMap(target -> target.hosts().stream())
                .collect(Collectors.groupingBy(
                        ProbeTarget::dialledEndpoint, Collectors.mapping(ProbeTarget::user, Collectors.toSet())));
    }

    /// Costs a question only where several roles want to get into one server.
    @Override
    public void visit(ProbeTarget host, InetAddress address, Connection connection) {
        var users = usersByEndpoint.getOrDefault(host.dialledEndpoint(), Set.of());
        if (users.size() < 2 || known.containsKey(host.dialledEndpoint())) {
            return;
        }
        try (var question = connection.prepareStatement(QUESTION)) {
            question.setArray(1, connection.createArrayOf("text", users.toArray()));
            try (var rows = question.executeQuery()) {
                known.put(host.dialledEndpoint(), read(rows));
            }
        } catch (SQLException silent) {
            // The refusal stays as the server told it.
        }
    }

    private static Map<String, KnownRole> read(ResultSet rows) throws SQLException {
        var roles = new ConcurrentHashMap<String, KnownRole>();
        while (rows.next()) {
            roles.put(
                    rows.getString("rolname"),
                    new KnownRole(
                            true,
                            rows.getBoolean("rolcanlogin"),
                            rows.getString("valid_until"),
                            rows.getBoolean("expired")));
        }
        return roles;
    }

    TargetResult judged(TargetResult result) {
        return new TargetResult(
                result.target(),
                result.hosts().stream()
                        .map(host -> new HostResult(judged(host.ladder()), host.unmet(), host.explored()))
                        .toList());
    }

    private LadderResult judged(LadderResult ladder) {
        var isRefused = ladder.failure()
                .filter(failed -> failed.failure().kind() == FailureKind.PASSWORD_REFUSED)
                .isPresent();
        return Optional.ofNullable(known.get(ladder.target().dialledEndpoint()))
                .filter(_ -> isRefused)
                .map(roles -> roles.getOrDefault(ladder.target().user(), KnownRole.NONE)
                        .judge(ladder))
                .orElse(ladder);
    }
}
