import {h, show} from "./dom.js";
import {digits, millis, percent} from "./words.js";

const place = document.getElementById("instances");

const STATUS = {well: ["●", "well"], suffering: ["▲", "suffering"], silent: ["?", "silent"]};
const SPARK_SECONDS = 120;
const MOST_CELLS = 40;

/** Each application instance: requests, where their time goes, and its pools. `series` gives the recent values. */
export function showInstances({instances}, series) {
  show(place, instances.length === 0
    ? h("p", {class: "panel empty"}, "No agent has answered yet: requests and pools cannot be seen.")
    : instances.map(instance => card(instance, series(`p95/${instance.name}`).slice(-SPARK_SECONDS))));
}

function card(instance, p95s) {
  const [mark, word] = STATUS[instance.status];
  const {requests} = instance;
  return h("article", {class: `panel instance ${instance.status}`, "data-key": instance.name},
    h("header", {class: "card-head"},
      h("h3", {}, instance.name),
      h("span", {class: `status ${instance.status}`}, h("span", {"aria-hidden": "true"}, mark), ` ${word}`),
      h("span", {class: "where"}, instance.silentSeconds > 0 ? `last heard ${Math.round(instance.silentSeconds)} s ago` : instance.service)),
    instance.status === "silent" && h("p", {class: "last-words"}, "This is what it last said."),
    h("dl", {class: "numbers"},
      number("Requests", requests.perSecond, value => digits(value), "/s"),
      number("p95", requests.p95, value => millis(value), ""),
      h("div", {class: requests.failed > 0 ? "number bad" : "number"},
        h("dt", {}, "Errors"), h("dd", {}, percent(requests.failed)),
        h("dd", {class: "usual"}, requests.slow > 0 ? `${percent(requests.slow)} slow` : "none slow"))),
    sparkline(p95s),
    timeSplit(requests),
    instance.pools.map(pool));
}

function number(name, measure, format, unit) {
  return h("div", {class: "number"}, h("dt", {}, name),
    h("dd", {}, measure ? format(measure.now) + unit : "–"),
    h("dd", {class: "usual"}, measure?.usual == null ? "" : `usually ${format(measure.usual)}${unit}`));
}

function sparkline(values) {
  const known = values.filter(value => value !== null);
  const top = Math.max(1, ...known);
  const runs = [];
  let run = [];
  values.forEach((value, i) => {
    if (value === null) {
      runs.push(run);
      run = [];
    } else {
      run.push(`${(SPARK_SECONDS - values.length + i).toFixed(1)},${(31 - 29 * value / top).toFixed(1)}`);
    }
  });
  runs.push(run);
  return h("div", {class: "spark"},
    h("svg", {viewBox: `0 0 ${SPARK_SECONDS} 32`, preserveAspectRatio: "none", "aria-hidden": "true"},
      h("line", {x1: 0, y1: 31, x2: SPARK_SECONDS, y2: 31, class: "spark-base"}),
      runs.filter(points => points.length > 1).map(points => h("polyline", {points: points.join(" ")}))),
    h("span", {class: "usual"}, known.length === 0 ? "no requests seen" : `p95, 2 minutes, up to ${millis(Math.max(...known))}`));
}

function timeSplit({waiting, holding, own}) {
  const parts = [["waiting for a connection", waiting, "waiting"], ["holding one", holding, "holding"], ["own work", own, "own"]]
    .filter(([, measure]) => measure);
  const sum = parts.reduce((total, [, measure]) => total + measure.now, 0);
  if (sum === 0) {
    return null;
  }
  let x = 0;
  const bars = parts.map(([, measure, kind]) => {
    const width = 100 * measure.now / sum;
    x += width;
    return h("rect", {class: kind, x: x - width, y: 0, width, height: 8});
  });
  return h("div", {class: "split"},
    h("svg", {viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true"}, bars),
    h("p", {class: "split-words"}, parts.map(([name, measure, kind]) =>
      h("span", {class: `split-part ${kind}`}, `${name} ${millis(measure.now)}`))));
}

function pool(p) {
  return h("div", {class: p.exhausted || p.starved ? "pool bad" : "pool"},
    h("p", {class: "pool-words"},
      h("strong", {}, `Pool ${p.name}: ${p.active} of ${p.maximum} in use`),
      p.pending > 0 && h("span", {class: "alarm"}, ` · ${p.pending} waiting`),
      p.acquireTimeouts > 0 && h("span", {class: "alarm"}, ` · ${p.acquireTimeouts} gave up`),
      p.starved && h("span", {class: "alarm"}, ` · only ${p.total} could be opened`)),
    p.maximum <= MOST_CELLS ? cells(p) : bar(p));
}

/** One cell for each connection: in use, idle, or not open. */
function cells({maximum, active, total}) {
  return h("svg", {class: "cells", viewBox: `0 0 ${Math.max(20, maximum) * 10} 12`, "aria-hidden": "true"},
    Array.from({length: maximum}, (_, i) => h("rect", {
      class: i < active ? "active" : i < total ? "idle" : "closed",
      x: i * 10 + 1, y: 1, width: 8, height: 10, rx: 1.5,
    })));
}

function bar({maximum, active, total}) {
  return h("svg", {class: "cells", viewBox: "0 0 200 12", preserveAspectRatio: "none", "aria-hidden": "true"},
    h("rect", {class: "closed", x: 1, y: 1, width: 198, height: 10}),
    h("rect", {class: "idle", x: 1, y: 1, width: 198 * total / maximum, height: 10}),
    h("rect", {class: "active", x: 1, y: 1, width: 198 * active / maximum, height: 10}));
}
