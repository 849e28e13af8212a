import {Chart} from "./chart.js";
import {h, show} from "./dom.js";
import {row as incidentRow} from "./incidents.js";
import {line, status, total} from "./ladder.js";
import {gauge, sparkline} from "./pools.js";
import {changes, onSecond, series, seriesOf, times} from "./recent.js";
import {ago, clock, count, digits, lasting, millis, percent, since} from "./words.js";

const CHARTS = [
  {measure: "requests", title: "Requests per second", format: value => `${digits(value)}/s`},
  {measure: "p95", title: "Slowest 5 % of requests, from (p95)", format: millis},
  {measure: "connections", title: "Connections in use", format: digits, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]},
  {measure: "roundTrip", title: "Round trip to the server", format: millis},
];
// More lines than this cannot be told apart.
const MOST_LINES = 6;
const SPARK_SECONDS = 120;
const LATEST = 5;

/** Is it well? If not, why, and who mends it. Then everything that is watched, what is worst first. */
export function open(root) {
  const known = h("div", {});
  const servers = h("div", {});
  const applications = h("div", {});
  const listed = h("div", {});
  const latest = h("div", {});
  const charts = CHARTS.map(one => ({...one, chart: new Chart(one)}));
  root.replaceChildren(h("h1", {class: "spoken"}, "Overview"), known,
    part("servers-title", "Servers", "a fresh connection to each, every second", servers),
    part("applications-title", "Applications", "as the agent inside each instance tells it", applications),
    part("charts-title", "Last ten minutes", "", h("div", {class: "charts"}, charts.map(({chart}) => chart.root)), listed),
    part("incidents-title", "Latest incidents", "", latest));

  function draw() {
    const marks = changes();
    for (const {measure, chart} of charts) {
      const names = seriesOf(measure);
      chart.set({times, from: null, to: null, changes: marks,
        lines: names.slice(0, MOST_LINES).map(name => ({name: name.slice(measure.length + 1), values: series(name)}))});
    }
    show(listed, marks.length === 0 ? null : h("div", {class: "panel changes", id: "changes"},
      h("h3", {}, h("span", {"aria-hidden": "true"}, "▸ "), "Changes"),
      h("ul", {}, [...marks].reverse().slice(0, 12).map(change =>
        h("li", {}, h("time", {datetime: change.at}, clock(change.at)), h("span", {}, change.words))))));
  }

  const stop = onSecond(draw);
  return {
    update(state) {
      show(known, state.incident && what(state));
      show(servers, serverTable(state));
      show(applications, applicationTable(state));
      show(latest, incidentList(state));
    },
    close() {
      stop();
      charts.forEach(({chart}) => chart.close());
    },
  };
}

function part(id, title, aside, ...content) {
  return h("section", {"aria-labelledby": id}, h("h2", {id}, title, aside && h("span", {class: "aside"}, aside)), content);
}

function what({incident, at}) {
  const {cause, symptoms, impact, ruledOut, detectedAt, namedAt, onset} = incident;
  return h("section", {class: "panel known", "aria-labelledby": "known-title"},
    h("h2", {id: "known-title"}, "What is known"),
    h("dl", {class: "numbers wide"},
      number("Lasting", lasting(onset, at), `detected ${lasting(onset, detectedAt)} after the onset`),
      number("Cause", namedAt ? `after ${lasting(onset, namedAt)}` : "not named yet", cause ? (cause.certain ? "proven" : "the numbers fit") : ""),
      number("Users hit", percent(impact.shareOfVisitors), `${digits(impact.visitorsAffected)} of ${digits(impact.visitorsSeen)}, worst minute`),
      number("Requests hit", percent(impact.shareOfRequests), `${digits(impact.failed)} failed, ${digits(impact.slow)} slow`)),
    h("div", {class: "columns"},
      h("div", {}, h("h3", {}, cause ? "Evidence" : "Seen so far"),
        h("ul", {class: "evidence"}, (cause?.evidence ?? symptoms).slice(0, 5).map(words => h("li", {}, words)))),
      h("div", {}, h("h3", {}, "Ruled out ", h("span", {class: "aside"}, count(ruledOut.length, "cause", "causes"))),
        h("ul", {class: "chips"}, ruledOut.slice(0, 12).map(({id, title}) => h("li", {"data-key": id}, h("span", {"aria-hidden": "true"}, "✕ "), title))))),
    h("p", {}, h("a", {class: "button", href: `#/incidents/${incident.id}`}, "The whole incident")));
}

function number(name, value, note) {
  return h("div", {class: "number"}, h("dt", {}, name), h("dd", {}, value), h("dd", {class: "usual"}, note));
}

const WORST = {failing: 0, suffering: 0, unknown: 1, silent: 1, reached: 2, well: 2};

function worstFirst(rows) {
  return [...rows].sort((a, b) => WORST[a.status] - WORST[b.status]);
}

function cell(name, ...content) {
  return h("td", {"data-name": name}, h("span", {class: "cell"}, content));
}

function table(label, heads, rows) {
  return h("div", {class: "panel rows"}, h("table", {"aria-label": label},
    h("thead", {}, h("tr", {}, heads.map(([name, kind]) => h("th", {scope: "col", class: kind}, name)))),
    h("tbody", {}, rows)));
}

function serverTable({targets, servers, at}) {
  return targets.length === 0 ? h("p", {class: "panel empty"}, "No server is watched.")
    : table("Servers", [["State"], ["Server"], ["Role"], ["Line"], ["Connect"], ["Round trip"], ["Connections"], ["Since"], ["Last incident"]],
      worstFirst(targets).map(target => serverRow(target, servers.find(({target: name}) => name === target.name), at)));
}

function serverRow(target, server, at) {
  const whole = total(target.steps);
  return h("tr", {class: `row ${target.status}`, "data-key": target.name},
    cell("State", status(target.status)),
    h("th", {scope: "row"}, h("a", {href: `#/targets/${encodeURIComponent(target.name)}`}, target.name),
      h("span", {class: "where"}, target.endpoint ?? target.host)),
    cell("Role", target.role?.split(",")[0] ?? "–"),
    cell("Line", line(target.steps)),
    cell("Connect", whole === null ? "–" : millis(whole)),
    cell("Round trip", target.roundTrip ? millis(target.roundTrip.now) : "–", usual(target.roundTrip, millis)),
    cell("Connections", server ? gauge(server.connections, server.maxConnections, server.connections >= 0.9 * server.maxConnections) : "–"),
    cell("Since", since(target.since, at)),
    cell("Last incident", last(target.lastIncident, at)));
}

function usual(measure, format) {
  return measure?.usual == null ? null : h("span", {class: "usual"}, ` usually ${format(measure.usual)}`);
}

function last(incident, at) {
  return incident ? h("a", {href: `#/incidents/${incident.id}`}, incident.open ? "open now" : ago(incident.onset, at)) : "none known";
}

function applicationTable({instances, at}) {
  return instances.length === 0 ? h("p", {class: "panel empty"}, "No agent has answered yet: requests and pools cannot be seen.")
    : table("Applications", [["State"], ["Instance"], ["Requests"], ["p95"], ["p95, 2 min"], ["Errors"], ["Pool"], ["Waiting"], ["Since"], ["Last incident"]],
      worstFirst(instances).map(instance => applicationRow(instance, at)));
}

function applicationRow(instance, at) {
  const {requests, pools} = instance;
  const sum = key => pools.reduce((all, pool) => all + pool[key], 0);
  const bad = pools.some(pool => pool.exhausted || pool.starved);
  return h("tr", {class: `row ${instance.status}`, "data-key": instance.name},
    cell("State", status(instance.status)),
    h("th", {scope: "row"}, h("a", {href: `#/instances/${encodeURIComponent(instance.name)}`}, instance.name),
      h("span", {class: "where"}, instance.silentSeconds > 0 ? `last heard ${Math.round(instance.silentSeconds)} s ago` : instance.service)),
    cell("Requests", requests.perSecond ? `${digits(requests.perSecond.now)}/s` : "–"),
    cell("p95", requests.p95 ? millis(requests.p95.now) : "–", usual(requests.p95, millis)),
    cell("p95, 2 min", sparkline(series(`p95/${instance.name}`).slice(-SPARK_SECONDS))),
    cell("Errors", h("span", {class: requests.failed > 0 ? "alarm" : ""}, percent(requests.failed))),
    cell("Pool", pools.length === 0 ? "–" : gauge(sum("active"), sum("maximum"), bad)),
    cell("Waiting", h("span", {class: sum("pending") > 0 ? "alarm" : ""}, digits(sum("pending")))),
    cell("Since", since(instance.since, at)),
    cell("Last incident", last(instance.lastIncident, at)));
}

function incidentList({incidents, at}) {
  return incidents.length === 0 ? h("p", {class: "panel empty"}, "None is known.")
    : h("div", {class: "panel"}, h("ul", {class: "incidents"}, incidents.slice(0, LATEST).map(one => incidentRow(one, at))),
      incidents.length > LATEST && h("p", {}, h("a", {href: "#/incidents"}, `All ${incidents.length}`)));
}
