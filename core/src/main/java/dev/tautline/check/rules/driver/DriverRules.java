package dev.tautline.check.rules.driver;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class DriverRules {
    private DriverRules() {}

    public static List<Rule> all() {
        return List.of(
                new AutosaveAlways(),
                new BatchesNotRewritten(),
                new BinaryTransferOff(),
                new ConnectorJPinsVirtualThreads(),
                new DriverTooOldForScram(),
                new DriverWithKnownHole(),
                new LoadBalanceOverOneHost(),
                new MissingApplicationName(),
                new MySqlUrlForMariaDbDriver(),
                new OptionsNotUnderstood(),
                new ReadOnlyIgnored(),
                new SchemaSetTwice(),
                new SimpleQueryMode(),
                new StatementCacheTooLarge(),
                new TcpNoDelayOff(),
                new UnclosedConnectionsLogged(),
                new UnknownDriverProperty(),
                new ValueOfWrongType());
    }
}
