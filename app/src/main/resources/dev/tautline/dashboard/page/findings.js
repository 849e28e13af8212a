import {get, send} from "./api.js";
import {h, show} from "./dom.js";
import {ago, count, team} from "./words.js";

const SEVERITIES = ["critical", "high", "medium", "low", "info"];

/** What `taut check` finds in the configuration that the guard was told of. */
export function open(root) {
  const head = h("div", {});
  const list = h("div", {});
  root.replaceChildren(h("h1", {}, "Findings"), head, list);

  async function load() {
    try {
      draw(await get("api/findings"));
    } catch (e) {
      show(head, h("p", {class: "panel empty"}, e.message));
    }
  }

  function draw(answer) {
    const {path, at, report} = answer;
    const again = h("button", {type: "button", class: "button", "data-operator": true}, "Review again");
    again.addEventListener("click", async () => {
      again.disabled = true;
      await send("POST", "api/findings/review").then(draw, e => show(head, h("p", {class: "panel empty"}, e.message)));
    });
    head.replaceChildren(h("p", {class: "lead"}, report
      ? `${count(report.files, "file", "files")} below ${path}, ${count(report.clients, "client", "clients")}, reviewed ${ago(at, new Date())}.` : "The review has not ended yet.", " "),
    ...document.body.dataset.operator === "yes" && report ? [again] : []);
    show(list, report && (report.findings.length === 0 ? h("p", {class: "panel empty"}, "Nothing was found.")
      : SEVERITIES.map(severity => [severity, report.findings.filter(one => one.severity === severity)])
        .filter(([, some]) => some.length > 0).map(([severity, some]) => h("section", {"aria-labelledby": `severity-${severity}`},
          h("h2", {id: `severity-${severity}`}, h("span", {class: `severity ${severity}`}, severity), " ", h("span", {class: "aside"}, String(some.length))),
          h("ul", {class: "findings"}, some.map(finding))))),
    report && report.undecided.length > 0 && h("section", {"aria-labelledby": "undecided-title"},
      h("h2", {id: "undecided-title"}, "Cannot tell"),
      h("ul", {class: "panel evidence"}, report.undecided.map(one => h("li", {}, `${one.why} (${count(one.rules.length, "rule", "rules")})`)))));
  }

  load();
  return {};
}

function finding(one) {
  return h("li", {class: "panel finding", "data-key": one.id},
    h("h3", {}, one.headline),
    h("p", {class: "where"}, `${one.subject} · ${one.origin}`),
    h("p", {}, one.consequence),
    h("p", {class: "mend"}, h("strong", {}, `${team(one.owner)}: `), one.edit),
    h("p", {class: "usual"}, "Read: ", one.read.map(({name, value, origin}) => `${name} = ${value} (${origin})`).join("; "), " · ", h("code", {}, `taut explain ${one.rule}`)));
}
