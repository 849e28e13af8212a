import {h, show} from "./dom.js";
import {clock, day, lasting, percent, team} from "./words.js";

/** All incidents, the newest first. */
export function open(root) {
  const list = h("div", {});
  const filter = h("input", {type: "search", id: "incident-filter", autocomplete: "off"});
  root.replaceChildren(h("h1", {}, "Incidents"),
    h("p", {class: "filter"}, h("label", {for: "incident-filter"}, "Cause, subject or id"), filter), list);
  let latest = null;
  function draw() {
    const wanted = filter.value.trim().toLowerCase();
    const found = latest.incidents.filter(one => `${one.cause} ${one.subject} ${one.id} ${one.owner}`.toLowerCase().includes(wanted));
    show(list, found.length === 0
      ? h("p", {class: "panel empty"}, latest.incidents.length === 0 ? "None is known." : `None of ${latest.incidents.length} fits.`)
      : h("div", {class: "panel"}, h("ul", {class: "incidents"}, found.map(one => row(one, latest.at)))));
  }
  filter.addEventListener("input", () => latest && draw());
  return {
    update(state) {
      latest = state;
      draw();
    },
  };
}

export function row(line, at) {
  return h("li", {"data-key": line.id}, h("a", {href: `#/incidents/${line.id}`},
    h("span", {class: "when"}, `${day(line.onset)}, ${clock(line.onset)}`),
    h("span", {class: "what"}, line.cause ? `${line.cause} on ${line.subject}` : "No cause named",
      line.owner && h("span", {class: "team"}, team(line.owner))),
    h("span", {class: "how"}, line.open ? h("strong", {class: "alarm"}, `open, ${lasting(line.onset, at)}`) : lasting(line.onset, line.resolvedAt)),
    h("span", {class: "how"}, `${percent(line.shareOfVisitors)} of users`)));
}
