package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class ServerRules {
    private ServerRules() {}

    public static List<Rule> all() {
        return List.of(
                new AutovacuumOff(),
                new BackupsSwitchedOff(),
                new BinlogNotFlushed(),
                new CertificateAuthorityRetired(),
                new CommitsNotFlushed(),
                new CommitsWaitForMissingStandby(),
                new DatabaseOpenToEverybody(),
                new DeadClientsNoticedLate(),
                new DoublewriteOff(),
                new EveryStatementLogged(),
                new FsyncOff(),
                new FullPageWritesOff(),
                new GrantTablesSkipped(),
                new HostBlockedAfterFewErrors(),
                new IdleTransactionsNeverEnd(),
                new ManagedDatabasePublic(),
                new NarrowCharacterSet(),
                new PasswordsExpireByThemselves(),
                new PlainConnectionsAllowed(),
                new PodListensOnFixedAddress(),
                new RemovedAuthenticationOption(),
                new ServerListensLocally(),
                new ServerTimeoutMeantInSeconds(),
                new ServerValueNotUnderstood(),
                new SettingOfOtherServerVersion(),
                new SlotsKeepLogWithoutEnd(),
                new SynchronousCommitOff(),
                new TimeoutForEverybody(),
                new UnknownServerSetting());
    }
}
