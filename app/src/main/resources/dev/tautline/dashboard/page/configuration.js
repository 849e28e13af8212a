import {get} from "./api.js";
import {h, show} from "./dom.js";
import {ago, clock, count, day} from "./words.js";

const KINDS = {instance: "Applications", server: "Servers", address: "Names", topology: "Roles and standbys",
  "instance-start": "Starts of applications", "server-start": "Starts of servers", statistics: "Resets of statistics"};
const REFRESH_MS = 10_000;

/** The settings in force of every subject, where they are written, and what became of them. */
export function open(root, [kind, subject]) {
  const list = h("nav", {class: "subjects", "aria-label": "Subjects"});
  const detail = h("div", {class: "settings"});
  const filter = h("input", {type: "search", id: "setting-filter", autocomplete: "off"});
  const filtered = h("p", {class: "filter"}, h("label", {for: "setting-filter"}, "Show settings with"), filter);
  const title = h("div", {});
  const table = h("div", {});
  const past = h("div", {});
  detail.append(title, filtered, table, past);
  root.replaceChildren(h("h1", {}, "Configuration"), h("div", {class: "configuration"}, list, detail));
  let all = null;

  async function load() {
    try {
      all = await get("api/settings");
    } catch (e) {
      show(title, h("p", {class: "panel empty"}, e.message));
      return;
    }
    draw();
  }

  function draw() {
    const subjects = grouped(all);
    const chosen = subjects.find(one => one.kind === kind && one.subject === subject) ?? subjects[0];
    show(list, Object.entries(KINDS).map(([name, words]) => [words, subjects.filter(one => one.kind === name)])
      .filter(([, some]) => some.length > 0).map(([words, some]) => [h("h2", {}, words), h("ul", {}, some.map(one =>
        h("li", {"data-key": `${one.kind}/${one.subject}`}, h("a", {href: `#/configuration/${one.kind}/${encodeURIComponent(one.subject)}`,
          "aria-current": one === chosen ? "true" : null}, one.subject,
        one.versions.length > 1 && h("span", {class: "aside"}, count(one.versions.length - 1, "change", "changes"))))))]));
    filtered.hidden = !chosen;
    if (!chosen) {
      show(title, h("p", {class: "panel empty"}, "No settings are known yet: no agent and no server has told any."));
      return;
    }
    const wanted = filter.value.trim().toLowerCase();
    show(title, h("h2", {}, chosen.subject, " ", h("span", {class: "aside"}, `in force since ${day(chosen.versions[0].at)}, ${clock(chosen.versions[0].at)} UTC`)));
    show(table, settings(chosen, subjects, wanted));
    show(past, history(chosen));
  }

  filter.addEventListener("input", () => all && draw());
  load();
  const timer = setInterval(load, REFRESH_MS);
  return {close: () => clearInterval(timer)};
}

function grouped(all) {
  const subjects = new Map();
  for (const version of all) {
    const key = `${version.kind}/${version.subject}`;
    if (!subjects.has(key)) {
      subjects.set(key, {kind: version.kind, subject: version.subject, versions: []});
    }
    subjects.get(key).versions.push(version);
  }
  return [...subjects.values()];
}

function settings(chosen, subjects, wanted) {
  const [present] = chosen.versions;
  const others = subjects.filter(one => one.kind === chosen.kind && one !== chosen && ["instance", "server"].includes(one.kind));
  const names = Object.keys(present.values).sort().filter(name => `${name} ${present.values[name]}`.toLowerCase().includes(wanted));
  const withOrigin = Object.keys(present.origins).length > 0;
  return h("div", {class: "panel rows"}, names.length === 0 ? h("p", {class: "empty"}, "No setting fits.")
    : h("table", {"aria-label": `Settings of ${chosen.subject}`},
      h("thead", {}, h("tr", {}, ["Setting", "Value", ...withOrigin ? ["Written at"] : [], ...others.length > 0 ? ["Elsewhere"] : []]
        .map(name => h("th", {scope: "col"}, name)))),
      h("tbody", {}, names.map(name => h("tr", {class: "row", "data-key": name},
        h("th", {scope: "row"}, h("code", {}, name)),
        h("td", {"data-name": "Value"}, h("code", {class: "cell"}, present.values[name])),
        withOrigin && h("td", {"data-name": "Written at"}, h("span", {class: "cell where"}, present.origins[name] ?? "–")),
        others.length > 0 && h("td", {"data-name": "Elsewhere"}, h("span", {class: "cell"}, elsewhere(others, name, present.values[name]))))))));
}

/** Who of the same kind has another value. */
function elsewhere(others, name, value) {
  const differing = others.filter(({versions: [latest]}) => latest.values[name] !== undefined && latest.values[name] !== value);
  return differing.length === 0 ? h("span", {class: "usual"}, "the same")
    : h("strong", {class: "differs"}, "≠ ", differing.slice(0, 3).map(({subject, versions: [latest]}) => `${subject}: ${latest.values[name]}`).join(", "),
      differing.length > 3 && ` and ${differing.length - 3} more`);
}

function history({versions}) {
  return [h("h2", {}, "History"), versions.length === 1
    ? h("p", {class: "panel empty"}, `Nothing has changed since it was first seen, on ${day(versions[0].at)}.`)
    : h("ol", {class: "panel diffs"}, versions.map((version, i) => h("li", {"data-key": version.at},
      h("h3", {}, h("time", {datetime: version.at}, `${day(version.at)}, ${clock(version.at)} UTC`),
        h("span", {class: "aside"}, i === versions.length - 1 ? "first seen" : ago(version.at, new Date()))),
      i < versions.length - 1 && diff(versions[i + 1].values, version.values))))];
}

function diff(before, after) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().filter(name => before[name] !== after[name]);
  return h("ul", {class: "diff"}, names.map(name => h("li", {}, h("code", {class: "name"}, name),
    before[name] !== undefined && h("del", {}, before[name]),
    h("span", {"aria-hidden": "true"}, " → "),
    after[name] === undefined ? h("span", {class: "usual"}, "gone") : h("ins", {}, after[name]))));
}
