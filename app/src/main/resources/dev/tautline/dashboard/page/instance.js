import {h, show} from "./dom.js";
import {status} from "./ladder.js";
import {pool} from "./pools.js";
import {charts} from "./ranges.js";
import {ago, day, digits, clock, millis, percent, since} from "./words.js";

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** One instance of an application: its requests, where their time goes, its pools, and how it was. */
export function open(root, [name], query) {
  const head = h("div", {});
  const now = h("div", {});
  const past = h("div", {});
  root.replaceChildren(head, now, h("section", {"aria-labelledby": "past-title"},
    h("h2", {id: "past-title"}, "Over time"), past));
  const stop = charts(past, [
    {title: "Requests per second", format: value => `${digits(value)}/s`, lines: [["requests", `requests/${name}`]]},
    {title: "Slowest 5 % of requests, from (p95)", format: millis, lines: [["p95", `p95/${name}`]]},
    {title: "Connections", format: digits, incrs: WHOLE, lines: [["in use", `connections/${name}`], ["idle", `idle/${name}`],
      ["waiting for one", `pending/${name}`], ["most", `maximum/${name}`]]},
    {title: "Where a request waits", format: millis, lines: [["for a connection", `waiting/${name}`], ["holding one", `holding/${name}`]]},
    {title: "Errors", format: percent, lines: [["failed", `errors/${name}`]]},
    {title: "Gave up waiting", format: digits, incrs: WHOLE, lines: [["time-outs", `timeouts/${name}`]]},
  ], ({subject}) => subject === name, query.get("range"));
  return {
    update(state) {
      const instance = state.instances.find(one => one.name === name);
      if (!instance) {
        show(head, h("h1", {}, `No instance ${name} has answered`), h("p", {}, h("a", {href: "#/"}, "All that is watched")));
        return;
      }
      show(head, heading(instance, state.at));
      show(now, h("section", {class: `panel instance ${instance.status}`, "aria-label": "Now"},
        instance.status === "silent" && h("p", {class: "last-words"}, "This is what it last said."),
        numbers(instance.requests), timeSplit(instance.requests), instance.pools.map(one => pool(one))));
    },
    close: stop,
  };
}

function heading(instance, at) {
  const {lastIncident: last} = instance;
  return h("header", {class: "page-head"},
    h("p", {class: "crumb"}, h("a", {href: "#/"}, "Overview"), " / Instance"),
    h("h1", {}, instance.name, " ", status(instance.status)),
    h("dl", {class: "facts small"},
      fact("Application", instance.service),
      fact("Started", instance.startedAt ? `${day(instance.startedAt)}, ${clock(instance.startedAt)}` : "unknown"),
      fact(instance.silentSeconds > 0 ? "Last heard" : "Since", instance.silentSeconds > 0 ? `${Math.round(instance.silentSeconds)} s ago` : since(instance.since, at)),
      fact("Last incident", last ? h("a", {href: `#/incidents/${last.id}`}, last.open ? "open now" : ago(last.onset, at)) : "none known"),
      fact("Settings", h("a", {href: `#/configuration/instance/${encodeURIComponent(instance.name)}`}, "in force, and their history"))));
}

function fact(name, value) {
  return h("div", {class: "fact"}, h("dt", {}, name), h("dd", {}, value));
}

function numbers(requests) {
  return h("dl", {class: "numbers wide"},
    number("Requests", requests.perSecond, value => digits(value), "/s"),
    number("p95", requests.p95, millis, ""),
    h("div", {class: requests.failed > 0 ? "number bad" : "number"}, h("dt", {}, "Errors"), h("dd", {}, percent(requests.failed)),
      h("dd", {class: "usual"}, requests.slow > 0 ? `${percent(requests.slow)} slow` : "none slow")),
    number("Waiting for a connection", requests.waiting, millis, ""),
    number("Holding one", requests.holding, millis, ""));
}

function number(name, measure, format, unit) {
  return h("div", {class: "number"}, h("dt", {}, name),
    h("dd", {}, measure ? format(measure.now) + unit : "–"),
    h("dd", {class: "usual"}, measure?.usual == null ? "" : `usually ${format(measure.usual)}${unit}`));
}

function timeSplit({waiting, holding, own}) {
  const parts = [["waiting for a connection", waiting, "waiting"], ["holding one", holding, "holding"], ["own work", own, "own"]]
    .filter(([, measure]) => measure);
  const sum = parts.reduce((all, [, measure]) => all + measure.now, 0);
  if (sum === 0) {
    return null;
  }
  let x = 0;
  return h("div", {class: "split"},
    h("svg", {viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true"}, parts.map(([, measure, kind]) => {
      const width = 100 * measure.now / sum;
      x += width;
      return h("rect", {class: kind, x: x - width, y: 0, width, height: 8});
    })),
    h("p", {class: "split-words"}, parts.map(([name, measure, kind]) => h("span", {class: `split-part ${kind}`}, `${name} ${millis(measure.now)}`))));
}
