import {h} from "./dom.js";
import {digits, millis} from "./words.js";

const MOST_CELLS = 40;

/** One pool in words and cells. */
export function pool(p, of = "") {
  return h("div", {class: p.exhausted || p.starved ? "pool bad" : "pool"},
    h("p", {class: "pool-words"},
      h("strong", {}, `${of}Pool ${p.name}: ${p.active} of ${p.maximum} in use`),
      p.pending > 0 && h("span", {class: "alarm"}, ` · ${p.pending} waiting`),
      p.acquireTimeouts > 0 && h("span", {class: "alarm"}, ` · ${p.acquireTimeouts} gave up`),
      p.starved && h("span", {class: "alarm"}, ` · only ${p.total} could be opened`)),
    p.maximum <= MOST_CELLS ? cells(p) : bar(p),
    h("p", {class: "usual"}, [p.acquireP95 && `waits p95 ${millis(p.acquireP95.now)}`, p.hold && `held for ${millis(p.hold.now)}`]
      .filter(Boolean).join(" · ")));
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

/** A bar on one line of a table: in use of the most. */
export function gauge(active, maximum, bad) {
  const share = maximum === 0 ? 0 : Math.min(1, active / maximum);
  return h("span", {class: bad ? "gauge bad" : "gauge"},
    h("svg", {viewBox: "0 0 60 8", width: 60, height: 8, "aria-hidden": "true"},
      h("rect", {class: "closed", x: 0.5, y: 0.5, width: 59, height: 7, rx: 2}),
      h("rect", {class: "active", x: 0, y: 0, width: 60 * share, height: 8, rx: 2})),
    h("span", {}, `${digits(active)} of ${digits(maximum)}`));
}

/** Recent values on one line; null is a hole. */
export function sparkline(values, width = 120) {
  const known = values.filter(value => value !== null);
  const top = Math.max(Number.MIN_VALUE, ...known);
  const runs = [[]];
  values.forEach((value, i) => {
    if (value === null) {
      runs.push([]);
    } else {
      runs.at(-1).push(`${(width - values.length + i).toFixed(1)},${(31 - 29 * value / top).toFixed(1)}`);
    }
  });
  return h("svg", {class: "sparkline", viewBox: `0 0 ${width} 32`, preserveAspectRatio: "none", "aria-hidden": "true"},
    h("line", {x1: 0, y1: 31, x2: width, y2: 31, class: "spark-base"}),
    runs.filter(points => points.length > 1).map(points => h("polyline", {points: points.join(" ")})));
}
