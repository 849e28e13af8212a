import {h, show} from "./dom.js";
import {failure, ladder, status, waterfall} from "./ladder.js";
import {pool} from "./pools.js";
import {charts} from "./ranges.js";
import {ago, count, digits, millis, since} from "./words.js";

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const STEPS = ["resolve", "connect", "tls", "authenticate", "session", "query"];

/** One server: the line to it step by step, both ends of its pools, its statements, and how it was. */
export function open(root, [name], query) {
  const head = h("div", {});
  const now = h("div", {});
  const past = h("div", {});
  // Known before the charts are drawn: those of the last minutes ask for it at once.
  let hosts = [];
  root.replaceChildren(head, now, h("section", {"aria-labelledby": "past-title"},
    h("h2", {id: "past-title"}, "Over time"), past));
  const stop = charts(past, [
    {title: "A new connection takes", format: millis, lines: [["all steps", `ladder/${name}`]]},
    {title: "Its steps", format: millis, lines: STEPS.map(step => [step, `step-${step}/${name}`])},
    {title: "Round trip", format: millis, lines: [["least round trip", `roundTrip/${name}`]]},
    {title: "Sessions", format: digits, incrs: WHOLE, lines: [["running", `running/${name}`], ["waiting for a lock", `lockWaiting/${name}`],
      ["idle in transaction", `idleInTransaction/${name}`], ["idle", `sessionsIdle/${name}`]]},
    {title: "Mean time of a statement", format: millis, lines: [["statement", `statementMean/${name}`]]},
    {title: "Statements per second", format: value => `${digits(value)}/s`, lines: [["statements", `statements/${name}`]]},
  ], change => concerns(change, name, hosts), query.get("range"));
  return {
    update(state) {
      const target = state.targets.find(one => one.name === name);
      if (!target) {
        show(head, h("h1", {}, `No server ${name} is watched`), h("p", {}, h("a", {href: "#/"}, "All that is watched")));
        return;
      }
      hosts = [target.host];
      const server = state.servers.find(one => one.target === name);
      show(head, heading(target, state.at));
      show(now, h("section", {class: `panel target ${target.status}`, "aria-labelledby": "line-title"},
        h("h2", {id: "line-title"}, "The line ", h("span", {class: "aside"}, "one fresh connection, step by step")),
        ladder(target.steps), waterfall(target.steps), failure(target)),
      twin(target, server, state), pooler(server), statements(server), blockers(server));
    },
    close: stop,
  };
}

function concerns({subject}, name, hosts) {
  return subject === name || subject === `${name}'s cluster` || hosts.includes(subject);
}

function heading(target, at) {
  const {lastIncident: last} = target;
  return h("header", {class: "page-head"},
    h("p", {class: "crumb"}, h("a", {href: "#/"}, "Overview"), " / Server"),
    h("h1", {}, target.name, " ", status(target.status)),
    h("dl", {class: "facts small"},
      fact("Where", `${target.endpoint ?? target.host}${target.address ? ` (${target.address})` : ""}`),
      fact("Role", target.role ?? "not seen"),
      fact("Since", since(target.since, at)),
      fact("Last incident", last ? h("a", {href: `#/incidents/${last.id}`}, last.open ? "open now" : ago(last.onset, at)) : "none known"),
      fact("Settings", h("a", {href: `#/configuration/server/${encodeURIComponent(target.name)}`}, "in force, and their history"))));
}

function fact(name, value) {
  return h("div", {class: "fact"}, h("dt", {}, name), h("dd", {}, value));
}

/** The same connections seen from both of their ends. */
function twin(target, server, {instances}) {
  const pools = instances.flatMap(instance => instance.pools.map(one => ({instance, one})));
  const mine = pools.filter(({one}) => one.hosts.some(host => host.toLowerCase() === target.host.toLowerCase()));
  return h("section", {"aria-labelledby": "twin-title"},
    h("h2", {id: "twin-title"}, "Both ends ", h("span", {class: "aside"}, "the pools that lead here, and what the server sees of them")),
    h("div", {class: "twin"},
      h("div", {class: "panel"}, h("h3", {}, "In the applications"),
        mine.length === 0 ? h("p", {class: "empty"}, pools.length === 0 ? "No agent has told of a pool." : `No pool names ${target.host}.`)
          : mine.map(({instance, one}) => h("div", {"data-key": `${instance.name}/${one.name}`}, pool(one, `${instance.name} · `)))),
      h("div", {class: "panel"}, h("h3", {}, "In the server"),
        server ? inside(server) : h("p", {class: "empty"}, "It has not been looked into yet."))));
}

function inside(server) {
  const parts = [["running", server.running, "running"], ["waiting for a lock", server.waitingForLocks, "locked"],
    ["idle in transaction", server.idleInTransaction, "open"], ["idle", server.idle, "calm"]];
  let x = 0;
  const most = Math.max(server.maxConnections, 1);
  return [
    server.silentSeconds > 0 && h("p", {class: "last-words"}, `Last seen ${Math.round(server.silentSeconds)} s ago; this is what was seen then.`),
    h("p", {class: "pool-words"}, h("strong", {}, `${server.connections} of ${server.maxConnections} connections`)),
    h("svg", {class: "sessions", viewBox: `0 0 ${most} 10`, preserveAspectRatio: "none", "aria-hidden": "true"},
      h("rect", {class: "free", x: 0, y: 0, width: most, height: 10}),
      parts.map(([, amount, kind]) => {
        x += amount;
        return h("rect", {class: kind, x: x - amount, y: 0, width: amount, height: 10});
      })),
    h("p", {class: "split-words"}, parts.map(([words, amount, kind]) => h("span", {class: `split-part ${kind}`}, `${digits(amount)} ${words}`))),
    h("p", {class: "inside"}, [
      server.statementMean && `${millis(server.statementMean.now)} a statement${server.statementMean.usual == null ? "" : `, usually ${millis(server.statementMean.usual)}`}`,
      server.statementsPerSecond && `${digits(server.statementsPerSecond.now)} statements/s`,
      server.standbys.length > 0 && `${count(server.standbys.length, "standby", "standbys")}: ${server.standbys.map(one =>
        `${one.name} ${one.state}, ${digits(one.lagBytes)} bytes behind`).join("; ")}`,
    ].filter(Boolean).join(" · ")),
  ];
}

/** What the console of the pooler between them tells. */
function pooler(server) {
  const seen = server?.pooler;
  if (!seen) {
    return null;
  }
  const columns = ["Pool", "Mode", "Clients served", "Clients waiting", "Longest wait", "Server connections in use"];
  return h("section", {"aria-labelledby": "pooler-title"},
    h("h2", {id: "pooler-title"}, "The pooler ", h("span", {class: "aside"}, seen.console)),
    seen.failure ? h("p", {class: "panel last-words"}, seen.failure)
      : h("div", {class: "panel rows"}, h("table", {"aria-label": "Pools of the pooler"},
        h("thead", {}, h("tr", {}, columns.map(name => h("th", {scope: "col"}, name)))),
        h("tbody", {}, seen.pools.map(one => h("tr", {class: "row", "data-key": `${one.database}/${one.user}`},
          h("th", {scope: "row"}, `${one.database}/${one.user}`),
          ...[one.paused ? `${one.mode}, paused` : one.mode, digits(one.clientsActive), digits(one.clientsWaiting),
            millis(1000 * one.longestWaitSeconds), `${digits(one.serversActive)} of ${digits(one.size)}`]
            .map((value, i) => h("td", {"data-name": columns[i + 1]}, h("span", {class: "cell"}, value)))))))));
}

function statements(server) {
  const slow = server?.statements ?? [];
  return h("section", {"aria-labelledby": "statements-title"},
    h("h2", {id: "statements-title"}, "Statements that take the most time"),
    slow.length === 0 ? h("p", {class: "panel empty"}, "None is known: pg_stat_statements tells nothing of this server yet.")
      : h("div", {class: "panel rows"}, h("table", {"aria-label": "Statements"},
        h("thead", {}, h("tr", {}, ["Statement", "Calls", "Mean", "Usually", "Share of time"].map(name => h("th", {scope: "col"}, name)))),
        h("tbody", {}, slow.map(one => h("tr", {class: "row", "data-key": one.id},
          h("th", {scope: "row", class: "sql"}, h("code", {}, one.text)),
          ...[["Calls", `${digits(one.callsPerSecond)}/s`], ["Mean", millis(one.meanMillis)],
            ["Usually", one.usualMillis === null ? "–" : millis(one.usualMillis)], ["Share of time", `${Math.round(100 * one.share)} %`]]
            .map(([name, value]) => h("td", {"data-name": name}, h("span", {class: "cell"}, value)))))))));
}

function blockers(server) {
  return server && server.blockers.length > 0 && h("section", {"aria-labelledby": "blockers-title"},
    h("h2", {id: "blockers-title"}, "Sessions that others wait for"),
    h("div", {class: "panel"}, h("ul", {class: "evidence"}, server.blockers.map(one => h("li", {"data-key": one.pid},
      h("strong", {}, `${one.application || "unnamed"}, process ${one.pid}, ${one.state}: ${count(one.waiters, "session waits", "sessions wait")}. `),
      h("code", {}, one.query))))));
}
