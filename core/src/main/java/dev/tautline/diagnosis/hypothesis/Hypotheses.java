package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// The catalogue, sorted from the root outwards: of equally firm causes the one that stands first is named. A
/// broken path explains a starved pool, and a starved pool explains slow requests, never the other way round.
public final class Hypotheses {
    private Hypotheses() {}

    public static List<Hypothesis> all() {
        var all = new ArrayList<Hypothesis>();
        all.addAll(path());
        all.addAll(identity());
        all.addAll(limits());
        all.addAll(topology());
        all.addAll(PathBroken.atEachLayer(claimed(all)));
        all.addAll(work());
        insideTheServer().forEach(inside -> all.add(new OnceConnected(inside)));
        all.add(new SessionsReadOnly());
        all.addAll(RefusedCalls.all());
        all.addAll(surface());
        dangers().forEach(danger -> all.add(new Danger(danger)));
        return List.copyOf(all);
    }

    /// The kinds of failure that have a hypothesis of their own.
    private static EnumSet<FailureKind> claimed(List<Hypothesis> exact) {
        var claimed = EnumSet.of(
                FailureKind.ACCEPTED_THEN_SILENT,
                FailureKind.CERTIFICATE_EXPIRED,
                FailureKind.CERTIFICATE_NOT_YET_VALID,
                FailureKind.CRASH_RECOVERY,
                FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED,
                FailureKind.READ_ONLY_BY_SETTING);
        claimed.addAll(ServerDown.SAY_SO);
        claimed.addAll(PoolerWithoutServer.SAY_SO);
        for (var hypothesis : exact) {
            if (hypothesis instanceof ToldByFailure told) {
                claimed.addAll(told.kinds());
            }
            if (hypothesis instanceof RanOut told) {
                claimed.addAll(told.kinds());
            }
        }
        return claimed;
    }

    /// From the guard's own machine over the name to the server's port.
    private static List<Hypothesis> path() {
        return List.of(
                new MonitorNetwork(),
                new FlappingAddress(),
                new WrongPublishedAddress(),
                new OneAddressDead(),
                new DiskFull(),
                new PoolerDown(),
                new ServerDown(),
                new ServerCrashed(),
                new ServerRestarted(),
                new LargePacketsLost(),
                new NewConnectionsBlocked(),
                new BesideLogins(new NewSessionsUnanswered()),
                new SilentPath(),
                new PoolerWaiting(),
                new HostUnreachable(),
                new BesideLogins(new ServerFrozen()),
                new NameUnknown(),
                new ResolverDown(),
                new SlowResolver(),
                new StaleAddress(),
                new NothingListens(),
                new NoAnswer(),
                new OtherServiceAtPort(),
                new BalancerWithoutServer());
    }

    /// Who the two sides are.
    private static List<Hypothesis> identity() {
        return List.of(
                new CertificateExpired(),
                new CertificateAuthorityUnknown(),
                new CertificateNameMismatch(),
                new TlsNotOffered(),
                new RoleExpired(),
                new PasswordRefused(),
                new RoleMissing(),
                new RoleMayNotLogIn(),
                new HbaRefuses(),
                new DatabaseMissing());
    }

    private static List<Hypothesis> limits() {
        return List.of(
                new StorageErrors(),
                new ServerOutOfMemory(),
                new TemporaryFileLimitReached(),
                new PoolsExceedServer(),
                new SlotsUsedUp(),
                new RoleConnectionLimitReached(),
                new DatabaseConnectionLimitReached(),
                new PoolerExhausted(),
                new PoolerWithoutServer(),
                new PreparedStatementsLost());
    }

    private static List<Hypothesis> topology() {
        return List.of(
                new SplitRoles(),
                new AlternatingServers(),
                new NoPrimary(),
                new StandbyBehindEndpoint(),
                new ReadOnlyBySetting(),
                new FailoverInProgress());
    }

    /// What goes wrong on connections that can be opened: the sessions and the pool.
    private static List<Hypothesis> work() {
        return List.of(
                new SessionTimeLimit(),
                new SessionsTerminated(),
                new SessionsCut(),
                new AcquireTimeoutTooShort(),
                new PoolTooSmall());
    }

    /// What a server tells of itself.
    private static List<Hypothesis> insideTheServer() {
        return List.of(
                new SynchronousStandbyMissing(),
                new LockContention(),
                new DeadlockStorm(),
                new OfSlowness(new StatementSlow()),
                new OfSlowness(new TemporaryFilesSpill()),
                new OfSlowness(new CheckpointStorm()),
                new OfSlowness(new StorageSaturated()),
                new OfSlowness(new CpuBusyWithOthers()),
                new RecoveryConflicts(),
                new BesideLogins(new OfSlowness(new SlowDatabase())));
    }

    /// What makes an application slow, whatever it was that began it.
    private static List<Hypothesis> surface() {
        return List.of(
                new OfSlowness(new MoreStatementsPerRequest()),
                new BesideLogins(new OfSlowness(new NetworkLatency())),
                new BesideLogins(new OnTime(new PacketLoss())),
                new BesideLogins(new OfSlowness(new OnTime(new Jitter()))),
                new OnTime(new OfSlowness(new BandwidthCapped())),
                new OfSlowness(new GarbageCollecting()),
                new StarvedInstance(),
                new ConnectionsHeldTooLong(),
                new ConnectionLeak(),
                new BesideLogins(new IdleConnectionsDropped()),
                new ConnectionStorm(),
                new RetryStorm(),
                new TrafficSpike(),
                new ClientSettingsChanged(),
                new BadDeploy(),
                new InstanceDiffers(),
                new RequestThreadsUsedUp(),
                new OfSlowness(new SlowDownstream()),
                new OfSlowness(new SlowFrontend()),
                new InstanceUnreachable(),
                new TransactionLeftOpen(),
                new SettingsChanged(),
                new TransactionsRolledBack());
    }

    /// What will end badly, and slows nobody down yet.
    public static List<Hypothesis> dangers() {
        return List.of(
                new ChecksumFailures(),
                new TransactionIdsRunOut(),
                new SlotRetainsWal(),
                new WalArchivingFails(),
                new ReplicationBroken(),
                new StandbyLagging(),
                new VacuumHeldBack(),
                new ConfigurationFileBroken(),
                new SessionsShutOut());
    }
}
