import {h, show} from "./dom.js";
import {count, digits, micros, team} from "./words.js";

const place = document.getElementById("targets");

const STATUS = {reached: ["●", "reached"], failing: ["✕", "failing"], unknown: ["?", "not seen"]};
const STEP = {passed: "passed", failed: "failed", skipped: "not tried", waiting: "not tried yet"};

/** Each watched server: its ladder as a line with a knot for each step, and what it says of itself. */
export function showTargets({targets, servers}) {
  show(place, targets.length === 0
    ? h("p", {class: "panel empty"}, "No server is watched.")
    : targets.map(target => card(target, servers.find(server => server.target === target.name))));
}

function card(target, server) {
  const [mark, word] = STATUS[target.status];
  return h("article", {class: `panel target ${target.status}`, "data-key": target.name},
    h("header", {class: "card-head"},
      h("h3", {}, target.name),
      h("span", {class: `status ${target.status}`}, h("span", {"aria-hidden": "true"}, mark), ` ${word}`),
      h("span", {class: "where"}, target.endpoint ?? target.host, target.address ? ` (${target.address})` : ""),
      h("span", {class: "where"}, target.silentSeconds > 0 ? `last seen ${Math.round(target.silentSeconds)} s ago` : target.role ?? "")),
    h("ol", {class: "ladder"}, target.steps.map(step)),
    target.failure && failure(target),
    server && inside(server));
}

function step({step: name, status, tookMicros, words}) {
  return h("li", {class: `step ${status}`, title: words},
    h("span", {class: "knot", "aria-hidden": "true"}, status === "failed" ? "✕" : ""),
    h("span", {class: "step-name"}, name),
    h("span", {class: "step-time"}, tookMicros === null ? STEP[status] : micros(tookMicros),
      h("span", {class: "spoken"}, ` ${STEP[status]}: ${words}`)));
}

function failure({failure: f, formerAddress}) {
  return h("div", {class: "failure"},
    h("p", {class: "failure-words"}, h("strong", {}, `Fails at ${f.step}: `), f.words, " ", h("code", {}, f.code)),
    h("p", {}, f.cause),
    formerAddress && h("p", {}, `But ${formerAddress}.`),
    h("dl", {class: "facts small"},
      h("div", {class: "fact"}, h("dt", {}, "Who can mend it"), h("dd", {}, team(f.owner))),
      h("div", {class: "fact"}, h("dt", {}, "How"), h("dd", {}, f.fix)),
      h("div", {class: "fact"}, h("dt", {}, "Next command"), h("dd", {}, h("code", {}, f.next)))));
}

function inside(server) {
  const said = [
    `${server.connections} of ${server.maxConnections} connections`,
    server.statementMean && `${digits(server.statementMean.now)} ms a statement`,
    server.statementsPerSecond && `${digits(server.statementsPerSecond.now)} statements/s`,
    `${digits(server.waitingForLocks)} waiting for locks`,
    server.standbys.length > 0 && count(server.standbys.length, "standby", "standbys"),
  ].filter(Boolean).join(" · ");
  return h("p", {class: "inside"},
    server.silentSeconds > 0 ? `Inside, ${Math.round(server.silentSeconds)} s ago: ` : "Inside: ", said);
}
