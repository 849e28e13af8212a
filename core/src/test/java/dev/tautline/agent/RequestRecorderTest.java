package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.RequestSecond;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRecorderTest {
    private final ManualClock clock = new ManualClock();
    private final RequestRecorder requests = new RequestRecorder(clock, Duration.ofSeconds(1));
    private final PoolRecorder pool = new PoolRecorder(clock, requests);

    @Test
    void dividesARequestIntoWaitingHoldingAndOwn() {
        try (RequestScope _ = requests.open(null)) {
            pass(5);
            acquireAfter(20);
            pass(30);
            pool.released(30_000);
            pass(7);
        }
        RequestSecond second = complete();
        assertThat(second.totalMicros().max()).isEqualTo(62_000);
        assertThat(second.waitingMicros().max()).isEqualTo(20_000);
        assertThat(second.holdingMicros().max()).isEqualTo(30_000);
        assertThat(second.ownMicros().max()).isEqualTo(12_000);
    }

    @Test
    void countsWaitingForASecondConnectionAsWaiting() {
        try (RequestScope _ = requests.open(null)) {
            acquireAfter(1);
            acquireAfter(50);
            pass(10);
            pool.released(0);
            pool.released(0);
        }
        RequestSecond second = complete();
        assertThat(second.waitingMicros().max()).isEqualTo(51_000);
        assertThat(second.holdingMicros().max()).isEqualTo(10_000);
    }

    @Test
    void holdsNothingAfterAWaitThatTimedOut() {
        try (RequestScope request = requests.open(null)) {
            acquireAfter(250);
            pool.acquireTimedOut();
            pass(100);
            request.failed();
        }
        RequestSecond second = complete();
        assertThat(second.holdingMicros().max()).isZero();
        assertThat(second.ownMicros().max()).isEqualTo(100_000);
        assertThat(second.errors()).isEqualTo(1);
    }

    @Test
    void ignoresAcquisitionsOnOtherThreads() throws InterruptedException {
        try (RequestScope _ = requests.open(null)) {
            Thread.ofVirtual().start(() -> pool.acquired(9_000_000)).join();
        }
        assertThat(complete().waitingMicros().max()).isZero();
    }

    @Test
    void accumulatesOnAVirtualThread() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    try (RequestScope _ = requests.open(null)) {
                        acquireAfter(3);
                        pool.released(0);
                    }
                })
                .join();
        assertThat(complete().waitingMicros().max()).isEqualTo(3_000);
    }

    @Test
    void calledSlowAboveTheLimitOnly() {
        try (RequestScope _ = requests.open(null)) {
            pass(1_000);
        }
        assertThat(complete().slow()).isZero();
        try (RequestScope _ = requests.open(null)) {
            pass(1_001);
        }
        assertThat(complete().slow()).isEqualTo(1);
    }

    @Test
    void endsOnAnotherThreadOnceItLeftItsOwn() throws InterruptedException {
        RequestScope request = requests.open(7L);
        request.leaveThread();
        assertThat(requests.current()).isNull();
        pass(10);
        Thread.ofVirtual().start(request::close).join();
        request.close();
        assertThat(complete().requests()).isEqualTo(1);
    }

    @Test
    void countsVisitorsOfTheLastMinuteAndThoseAffected() {
        requests.open(1L).close();
        try (RequestScope request = requests.open(2L)) {
            request.failed();
        }
        requests.open(2L).close();
        assertVisitors(requests.visitors(), 2, 1);
        clock.advance(Duration.ofSeconds(59));
        requests.open(1L).close();
        clock.advance(Duration.ofSeconds(1));
        assertVisitors(requests.visitors(), 1, 0);
    }

    @Test
    void countsWhoWasAffectedWithinEachNumberOfSeconds() {
        fail(1L);
        clock.advance(Duration.ofSeconds(20));
        fail(2L);
        clock.advance(Duration.ofSeconds(5));

        var visitors = requests.visitors();
        assertThat(visitors.affectedWithin(5)).isZero();
        assertThat(visitors.affectedWithin(6)).isOne();
        assertThat(visitors.affectedWithin(25)).isOne();
        assertThat(visitors.affectedWithin(26)).isEqualTo(2);
        assertThat(visitors.affectedWithin(3600)).isEqualTo(2);
    }

    private void fail(long visitor) {
        try (RequestScope request = requests.open(visitor)) {
            request.failed();
        }
    }

    private static void assertVisitors(AgentReport.Visitors visitors, int seen, int affected) {
        assertThat(visitors.windowSeconds()).isEqualTo(60);
        assertThat(visitors.seen()).isEqualTo(seen);
        assertThat(visitors.affected()).isEqualTo(affected);
    }

    @Test
    void holdsNoMoreVisitorsThanItsBound() {
        VisitorWindow window = new VisitorWindow(clock, 3);
        for (long visitor = 0; visitor < 10; visitor++) {
            window.record(visitor, true);
        }
        assertVisitors(window.report(), 3, 3);
        clock.advance(Duration.ofSeconds(61));
        window.record(99, false);
        assertVisitors(window.report(), 1, 0);
    }

    private void acquireAfter(int millis) {
        pass(millis);
        pool.acquired(Duration.ofMillis(millis).toNanos());
    }

    private void pass(int millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private RequestSecond complete() {
        clock.advance(Duration.ofSeconds(1));
        return requests.report().stream()
                .filter(second -> second.requests() > 0)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
