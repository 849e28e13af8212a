package dev.tautline.store.staff;

import dev.tautline.store.cookie.CookieKey;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Invites somebody from the command line, of a machine whose shell is trusted with the shop's secrets: how the first
/// administrator comes in, and one who lost phone and recovery codes.
public final class InviteByCommand {
    private static final String WHO = "command line";

    private InviteByCommand() {}

    /// What is wrong with the options, all of it, in English.
    public static List<String> problems(String email, String name, String role) {
        var problems = new ArrayList<String>();
        var found = Inviting.problems(email, name);
        if (found.containsKey("email")) {
            problems.add("--email needs an address, such as ada@example.org");
        }
        if (found.containsKey("name")) {
            problems.add("--name needs a name of at most 80 printable characters");
        }
        if (Role.named(role).isEmpty()) {
            problems.add("--role needs one of viewer, clerk, storekeeper, admin");
        }
        return problems;
    }

    /// The invitation's address; nothing when the shop would be left without an administrator. The options must have
    /// no problems.
    public static Optional<URI> invite(
            DataSource database, CookieKey key, URI shop, InstantSource clock, String email, String name, String role) {
        var line = JdbcClient.create(database);
        var inviting = new Inviting(
                new StaffTable(line),
                new Invitations(key, clock),
                new AuditLog(line, JsonMapper.builder().build()));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        Optional<String> path = transaction.execute(status -> {
            line.sql("SET LOCAL ROLE chandlery_admin").update();
            return inviting.invite(null, WHO, email, name, Role.named(role).orElseThrow());
        });
        return path == null ? Optional.empty() : path.map(shop::resolve);
    }
}
