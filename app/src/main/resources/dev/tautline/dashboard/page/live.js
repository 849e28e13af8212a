// The line from this page to the guard. Old data are never shown as live: an event proves life only when it carries a
// newer second than the last one, or one of just now by this machine's clock.

const STALE_AFTER_MS = 3500;
const JUST_NOW_MS = 5000;
const AGAIN_AFTER_MS = 2000;

/** Calls `onState(state, fresh)` for each event, `onConnect` before the first of each connection, and
 * `onLife({alive, connected, lastAt, silentMs})` twice a second. Answers how to stop. */
export function follow({onState, onConnect, onLife}) {
  let lastAt = null;
  let lastLife = null;
  let closedAt = null;
  let events = connect();

  function connect() {
    const source = new EventSource("api/events");
    source.addEventListener("open", onConnect);
    source.addEventListener("state", event => take(JSON.parse(event.data)));
    return source;
  }

  function take(state) {
    const newer = lastAt !== null && state.at > lastAt;
    const fresh = newer || (lastAt === null && Math.abs(Date.now() - new Date(state.at)) < JUST_NOW_MS);
    lastAt = state.at;
    if (fresh) {
      lastLife = performance.now();
    }
    onState(state, fresh);
    tell();
  }

  function tell() {
    const silentMs = lastLife === null ? null : performance.now() - lastLife;
    onLife({
      alive: silentMs !== null && silentMs < STALE_AFTER_MS,
      connected: events.readyState === EventSource.OPEN,
      lastAt,
      silentMs,
    });
    again();
  }

  /** A browser gives up for good when the answer is no event stream: too many pages, or the log-in has ended. */
  async function again() {
    if (events.readyState !== EventSource.CLOSED) {
      closedAt = null;
    } else if (closedAt === null) {
      closedAt = performance.now();
    } else if (performance.now() - closedAt > AGAIN_AFTER_MS) {
      closedAt = null;
      const answer = await fetch("api/state").catch(() => null);
      if (answer?.status === 401) {
        dispatchEvent(new Event("logged-out"));
      } else {
        events = connect();
      }
    }
  }

  const timer = setInterval(tell, 500);
  return () => {
    clearInterval(timer);
    events.close();
  };
}
