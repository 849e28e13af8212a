package dev.tautline.lab.catalogue;

import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.client.AutocommitOff;
import dev.tautline.lab.fault.client.ConnectionStorm;
import dev.tautline.lab.fault.client.ConnectionTimeoutShort;
import dev.tautline.lab.fault.client.ConnectionsLeak;
import dev.tautline.lab.fault.client.FetchSizeOne;
import dev.tautline.lab.fault.client.MaxLifetimeShort;
import dev.tautline.lab.fault.client.NamesCachedForever;
import dev.tautline.lab.fault.client.PoolTooLarge;
import dev.tautline.lab.fault.client.PoolTooSmall;
import dev.tautline.lab.fault.client.PreparedStatementsOff;
import dev.tautline.lab.fault.client.QueryPerRow;
import dev.tautline.lab.fault.client.RetryStorm;
import dev.tautline.lab.fault.client.SocketTimeoutShort;
import dev.tautline.lab.fault.client.WorkInTransaction;
import dev.tautline.lab.fault.cluster.EndpointAlternates;
import dev.tautline.lab.fault.cluster.EndpointLeadsToStandby;
import dev.tautline.lab.fault.cluster.Failover;
import dev.tautline.lab.fault.cluster.PromotedTwice;
import dev.tautline.lab.fault.cluster.ReplayPaused;
import dev.tautline.lab.fault.cluster.ReplicationBroken;
import dev.tautline.lab.fault.cluster.ReplicationLags;
import dev.tautline.lab.fault.cluster.SlotRetainsWal;
import dev.tautline.lab.fault.cluster.Switchover;
import dev.tautline.lab.fault.cluster.SyncStandbyMissing;
import dev.tautline.lab.fault.control.BackupRunning;
import dev.tautline.lab.fault.control.Deploy;
import dev.tautline.lab.fault.control.MonitorCutOff;
import dev.tautline.lab.fault.control.SlowFrontend;
import dev.tautline.lab.fault.control.SlowPaymentProvider;
import dev.tautline.lab.fault.control.StatisticsReset;
import dev.tautline.lab.fault.control.TrafficSpike;
import dev.tautline.lab.fault.name.NameFlaps;
import dev.tautline.lab.fault.name.NameSlow;
import dev.tautline.lab.fault.name.NameStale;
import dev.tautline.lab.fault.name.NameUnknown;
import dev.tautline.lab.fault.name.NameWrong;
import dev.tautline.lab.fault.name.NamesFail;
import dev.tautline.lab.fault.path.CommitAnswerLost;
import dev.tautline.lab.fault.path.ConnectionsCloseSlowly;
import dev.tautline.lab.fault.path.ConnectionsCut;
import dev.tautline.lab.fault.path.ConnectionsDropped;
import dev.tautline.lab.fault.path.ConnectionsForgotten;
import dev.tautline.lab.fault.path.ForeignService;
import dev.tautline.lab.fault.path.IdleConnectionsForgotten;
import dev.tautline.lab.fault.path.LargePacketsLost;
import dev.tautline.lab.fault.path.NewConnectionsClosed;
import dev.tautline.lab.fault.path.NewConnectionsReset;
import dev.tautline.lab.fault.path.PathAcceptsSilently;
import dev.tautline.lab.fault.path.PathJitter;
import dev.tautline.lab.fault.path.PathLatency;
import dev.tautline.lab.fault.path.PathLossy;
import dev.tautline.lab.fault.path.PathNarrow;
import dev.tautline.lab.fault.path.PathOneWay;
import dev.tautline.lab.fault.path.PathPartitioned;
import dev.tautline.lab.fault.path.PathRefuses;
import dev.tautline.lab.fault.path.PathResets;
import dev.tautline.lab.fault.path.PathSilent;
import dev.tautline.lab.fault.path.PathSliced;
import dev.tautline.lab.fault.pooler.PoolerClientLimit;
import dev.tautline.lab.fault.pooler.PoolerPaused;
import dev.tautline.lab.fault.pooler.PoolerPoolTooSmall;
import dev.tautline.lab.fault.pooler.PoolerServerMoved;
import dev.tautline.lab.fault.pooler.PoolerStopped;
import dev.tautline.lab.fault.pooler.PoolerTransactionMode;
import dev.tautline.lab.fault.server.AuthenticationSlow;
import dev.tautline.lab.fault.server.BackendKilled;
import dev.tautline.lab.fault.server.CertificateExpires;
import dev.tautline.lab.fault.server.CertificateForOtherHost;
import dev.tautline.lab.fault.server.CertificateFromOtherAuthority;
import dev.tautline.lab.fault.server.CheckpointStorm;
import dev.tautline.lab.fault.server.ConnectionSlotsTaken;
import dev.tautline.lab.fault.server.DatabaseClosed;
import dev.tautline.lab.fault.server.DatabaseConnectionLimit;
import dev.tautline.lab.fault.server.DiskFull;
import dev.tautline.lab.fault.server.HbaBroken;
import dev.tautline.lab.fault.server.HbaRejects;
import dev.tautline.lab.fault.server.IdleInTransaction;
import dev.tautline.lab.fault.server.IdleSessionsEnded;
import dev.tautline.lab.fault.server.IndexDropped;
import dev.tautline.lab.fault.server.ListenAddressChanged;
import dev.tautline.lab.fault.server.NodeFrozen;
import dev.tautline.lab.fault.server.NodeKilled;
import dev.tautline.lab.fault.server.NodeRestarted;
import dev.tautline.lab.fault.server.NodeStartsSlowly;
import dev.tautline.lab.fault.server.NodeStopped;
import dev.tautline.lab.fault.server.PasswordExpired;
import dev.tautline.lab.fault.server.PasswordRotated;
import dev.tautline.lab.fault.server.PostmasterFrozen;
import dev.tautline.lab.fault.server.PrivilegeRevoked;
import dev.tautline.lab.fault.server.RoleConnectionLimit;
import dev.tautline.lab.fault.server.RoleLocked;
import dev.tautline.lab.fault.server.SearchPathChanged;
import dev.tautline.lab.fault.server.ServerBusy;
import dev.tautline.lab.fault.server.ServerReadOnly;
import dev.tautline.lab.fault.server.SessionsTerminated;
import dev.tautline.lab.fault.server.StatementTimeoutShort;
import dev.tautline.lab.fault.server.TableBloated;
import dev.tautline.lab.fault.server.TableLocked;
import dev.tautline.lab.fault.server.TemporaryFileLimit;
import dev.tautline.lab.fault.server.TemporaryFilesSpill;
import dev.tautline.lab.fault.server.TlsSwitchedOff;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All kinds of faults, sorted by id. A new one is a record in a package of [dev.tautline.lab.fault], its page, and one
/// line here.
public final class Faults {
    private static final List<FaultKind> ALL = Stream.<Class<? extends Fault>>of(
                    AuthenticationSlow.class,
                    AutocommitOff.class,
                    BackendKilled.class,
                    BackupRunning.class,
                    CertificateExpires.class,
                    CertificateForOtherHost.class,
                    CertificateFromOtherAuthority.class,
                    CheckpointStorm.class,
                    CommitAnswerLost.class,
                    ConnectionSlotsTaken.class,
                    ConnectionStorm.class,
                    ConnectionTimeoutShort.class,
                    ConnectionsCloseSlowly.class,
                    ConnectionsCut.class,
                    ConnectionsDropped.class,
                    ConnectionsForgotten.class,
                    ConnectionsLeak.class,
                    DatabaseClosed.class,
                    DatabaseConnectionLimit.class,
                    Deploy.class,
                    DiskFull.class,
                    EndpointAlternates.class,
                    EndpointLeadsToStandby.class,
                    Failover.class,
                    FetchSizeOne.class,
                    ForeignService.class,
                    HbaBroken.class,
                    HbaRejects.class,
                    IdleConnectionsForgotten.class,
                    IdleInTransaction.class,
                    IdleSessionsEnded.class,
                    IndexDropped.class,
                    LargePacketsLost.class,
                    ListenAddressChanged.class,
                    MaxLifetimeShort.class,
                    MonitorCutOff.class,
                    NameFlaps.class,
                    NameSlow.class,
                    NameStale.class,
                    NameUnknown.class,
                    NameWrong.class,
                    NamesCachedForever.class,
                    NamesFail.class,
                    NewConnectionsClosed.class,
                    NewConnectionsReset.class,
                    NodeFrozen.class,
                    NodeKilled.class,
                    NodeRestarted.class,
                    NodeStartsSlowly.class,
                    NodeStopped.class,
                    PasswordExpired.class,
                    PasswordRotated.class,
                    PathAcceptsSilently.class,
                    PathJitter.class,
                    PathLatency.class,
                    PathLossy.class,
                    PathNarrow.class,
                    PathOneWay.class,
                    PathPartitioned.class,
                    PathRefuses.class,
                    PathResets.class,
                    PathSilent.class,
                    PathSliced.class,
                    PoolTooLarge.class,
                    PoolTooSmall.class,
                    PoolerClientLimit.class,
                    PoolerPaused.class,
                    PoolerPoolTooSmall.class,
                    PoolerServerMoved.class,
                    PoolerStopped.class,
                    PoolerTransactionMode.class,
                    PostmasterFrozen.class,
                    PreparedStatementsOff.class,
                    PrivilegeRevoked.class,
                    PromotedTwice.class,
                    QueryPerRow.class,
                    ReplayPaused.class,
                    ReplicationBroken.class,
                    ReplicationLags.class,
                    RetryStorm.class,
                    RoleConnectionLimit.class,
                    RoleLocked.class,
                    SearchPathChanged.class,
                    ServerBusy.class,
                    ServerReadOnly.class,
                    SessionsTerminated.class,
                    SlotRetainsWal.class,
                    SlowFrontend.class,
                    SlowPaymentProvider.class,
                    SocketTimeoutShort.class,
                    StatementTimeoutShort.class,
                    StatisticsReset.class,
                    Switchover.class,
                    SyncStandbyMissing.class,
                    TableBloated.class,
                    TableLocked.class,
                    TemporaryFileLimit.class,
                    TemporaryFilesSpill.class,
                    TlsSwitchedOff.class,
                    TrafficSpike.class,
                    WorkInTransaction.class)
            .map(FaultKind::of)
            .toList();

    private Faults() {}

    public static List<FaultKind> all() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(FaultKind::id).toList();
    }

    public static Optional<FaultKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// The kind of a fault; empty for one that is no part of the catalogue.
    public static Optional<FaultKind> kindOf(Fault fault) {
        return ALL.stream().filter(kind -> kind.type() == fault.getClass()).findFirst();
    }

    /// Reads a fault as people write it: `path-latency round-trip=200ms`.
    ///
    /// @throws FaultRefused with all that is wrong
    public static Fault parse(String text) {
        return parse(Arrays.asList(text.strip().split("\\s+")));
    }

    /// The same, already split into its words.
    ///
    /// @throws FaultRefused with all that is wrong
    public static Fault parse(List<String> words) {
        var kind = kind(words.getFirst());
        return kind.create(values(kind, words.subList(1, words.size())));
    }

    /// The kind with this id.
    ///
    /// @throws FaultRefused with the nearest one when there is none
    public static FaultKind kind(String id) {
        return find(id).orElseThrow(() ->
                new FaultRefused(List.of("no fault '%s'%s; docs/reference/faults has a page for each"
                        .formatted(id, Spelling.nearest(id, ids())))));
    }

    private static Map<String, String> values(FaultKind kind, List<String> words) {
        var values = new LinkedHashMap<String, String>();
        var wrong = words.stream()
                .filter(word -> !word.matches("[a-z-]+=.*"))
                .map(word -> "%s: '%s' is no parameter; write name=value".formatted(kind.id(), word))
                .toList();
        if (!wrong.isEmpty()) {
            throw new FaultRefused(wrong);
        }
        words.forEach(word -> {
            var at = word.indexOf('=');
            values.put(word.substring(0, at), word.substring(at + 1));
        });
        return values;
    }
}
