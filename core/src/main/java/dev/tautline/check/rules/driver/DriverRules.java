package dev.tautline.check.rules.driver;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class DriverRules {
    private DriverRules() {}

    public static List<Rule> all() {
        return List.of(
                new AffectedRowsCounted(),
                new AutoReconnectOn(),
                new AutosaveAlways(),
                new BatchesNotRewritten(),
                new BinaryTransferOff(),
                new CharacterEncodingContradictsCollation(),
                new CharacterEncodingNotUnicode(),
                new DriverTooOldForScram(),
                new DriverWithKnownHole(),
                new FetchSizeIgnored(),
                new LegacyMysqlDriverClass(),
                new LoadBalanceOverOneHost(),
                new LocalFilesReadable(),
                new LocalFilesReadableByDefault(),
                new LocalSessionStateContradicted(),
                new MissingApplicationName(),
                new MultiQueriesAllowed(),
                new MysqlUrlForMariadbDriver(),
                new OptionsNotUnderstood(),
                new PropertyNewerThanLibrary(),
                new PropertyOfAnotherDriver(),
                new ReadOnlyIgnored(),
                new SchemaSetTwice(),
                new ServerStatementsNotCached(),
                new SimpleQueryMode(),
                new StatementCacheMissesLongQueries(),
                new StatementCacheTooLarge(),
                new TcpNoDelayOff(),
                new UnclosedConnectionsLogged(),
                new UnknownCharacterEncoding(),
                new UnknownDriverProperty(),
                new UnknownLibpqParameter(),
                new ValueOfWrongType(),
                new VirtualThreadsPinnedByOldDriver(),
                new ZeroDatesMasked());
    }
}
