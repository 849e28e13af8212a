import {h, show} from "./dom.js";
import {clock, count, day, lasting, percent, sentence, team} from "./words.js";

const place = document.getElementById("incident");
const list = document.getElementById("incidents");

const KINDS = {
  change: "change", symptom: "symptom", detected: "detected", cause: "cause named", revised: "cause revised",
  recovered: "recovered", resolved: "resolved",
};

let former = null;

/** The incident that is asked for in the address, else the open one. */
export async function showIncident(state) {
  const wanted = /^#incident\/([\w-]+)$/.exec(location.hash)?.[1];
  const open = state.incident;
  if (wanted && wanted !== open?.id) {
    const incident = await past(wanted);
    render(incident, state.at);
  } else {
    render(open, state.at);
  }
}

export function showIncidents({incidents, at}) {
  show(list, incidents.length === 0
    ? h("p", {class: "empty"}, "None since the watch began.")
    : h("ul", {class: "incidents"}, incidents.map(line => row(line, at))));
}

async function past(id) {
  if (former?.id !== id) {
    const answer = await fetch(`api/incidents/${id}`);
    former = answer.ok ? await answer.json() : {id, missing: true};
  }
  // An incident that was open when it was fetched may have ended since.
  const found = former;
  if (found.open) {
    former = null;
  }
  return found;
}

function row(line, at) {
  return h("li", {"data-key": line.id}, h("a", {href: `#incident/${line.id}`},
    h("span", {class: "when"}, `${day(line.onset)}, ${clock(line.onset)}`),
    h("span", {class: "what"}, line.cause ? `${line.cause} on ${line.subject}` : "No cause named"),
    h("span", {class: "how"}, line.open ? h("strong", {class: "alarm"}, "open") : `${lasting(line.onset, line.resolvedAt)}`),
    h("span", {class: "how"}, `${percent(line.shareOfVisitors)} of users`)));
}

function render(incident, at) {
  place.hidden = !incident;
  if (!incident) {
    return;
  }
  show(place, incident.missing
    ? [h("h2", {id: "incident-title"}, `There is no incident ${incident.id}`), h("p", {}, h("a", {href: "#state"}, "Back"))]
    : [head(incident), numbers(incident, at), h("div", {class: "columns"},
        h("div", {}, evidence(incident), ruledOut(incident), undecided(incident)),
        h("div", {}, timeline(incident), postmortem(incident)))]);
}

function head({id, open, cause, onset}) {
  return h("header", {class: "incident-head"},
    h("p", {class: "kicker"}, `${open ? "Open incident" : "Former incident"} of ${day(onset)}`, h("span", {class: "id"}, id)),
    h("h2", {id: "incident-title"}, open ? "What is known" : cause ? `${cause.title} on ${cause.subject}` : "No cause was named"),
    // Of the open one the banner says this.
    cause && !open && h("p", {class: "statement"}, `The cause: ${sentence(cause.statement)}`),
    cause && h("p", {class: "certainty"}, cause.certain
      ? "A change, a comparison or the component itself proves the cause."
      : "The numbers fit the cause; nothing says how it came about."),
    cause && !open && h("p", {class: "mend"}, h("strong", {}, `${team(cause.owner)}: `), cause.fix),
    !open && h("p", {}, h("a", {class: "button", href: "#state"}, "Close")));
}

function numbers({onset, detectedAt, namedAt, resolvedAt, impact}, at) {
  return h("dl", {class: "numbers wide"},
    number("Detected", lasting(onset, detectedAt), "after the onset"),
    number("Cause named", namedAt ? lasting(onset, namedAt) : "not yet", namedAt ? "after the onset" : ""),
    number(resolvedAt ? "Resolved" : "Lasting", lasting(onset, resolvedAt ?? at), resolvedAt ? "after the onset" : "so far"),
    number("Users hit", percent(impact.shareOfVisitors), impact.visitorsSeen === 0 ? "nobody was counted"
      : `${impact.visitorsAffected.toLocaleString("en")} of ${impact.visitorsSeen.toLocaleString("en")}, worst minute`),
    number("Requests hit", percent(impact.shareOfRequests), impact.requests === 0 ? "none was counted"
      : `${impact.failed.toLocaleString("en")} failed, ${impact.slow.toLocaleString("en")} slow of ${impact.requests.toLocaleString("en")}`));
}

function number(name, value, note) {
  return h("div", {class: "number"}, h("dt", {}, name), h("dd", {}, value), h("dd", {class: "usual"}, note));
}

function evidence({cause, symptoms}) {
  return cause
    ? [h("h3", {}, "Evidence"), h("ul", {class: "evidence"}, cause.evidence.map(line => h("li", {}, line)))]
    : [h("h3", {}, "Seen so far"), h("ul", {class: "evidence"}, symptoms.map(line => h("li", {}, line)))];
}

function ruledOut({ruledOut: out}) {
  return out.length === 0 ? null : [
    h("h3", {}, `Ruled out, and why `, h("span", {class: "aside"}, count(out.length, "cause", "causes"))),
    h("ul", {class: "ruled-out"}, out.map(({id, title, evidence: why}) => h("li", {"data-key": id},
      h("span", {class: "out", "aria-hidden": "true"}, "✕"), h("strong", {}, title), h("span", {class: "why"}, why.join("; "))))),
  ];
}

function undecided({undecided: open}) {
  return open.length === 0 ? null : [
    h("h3", {}, "Cannot tell"),
    h("ul", {class: "ruled-out undecided"}, open.map(({id, title, why}) => h("li", {"data-key": id},
      h("span", {class: "out", "aria-hidden": "true"}, "?"), h("strong", {}, title), h("span", {class: "why"}, why)))),
  ];
}

function timeline({timeline: lines}) {
  return [h("h3", {}, "Timeline"), h("ol", {class: "timeline"}, lines.map(({at, kind, text}) => h("li", {class: kind},
    h("time", {datetime: at}, clock(at)), h("span", {class: "kind"}, KINDS[kind] ?? kind), h("span", {class: "text"}, text.replace(/^cause (named|revised): /, "")))))];
}

function postmortem({id, open}) {
  const href = `api/incidents/${id}/postmortem`;
  return h("p", {class: "postmortem"},
    h("a", {class: "button", href, target: "_blank", rel: "noopener"}, open ? "Read the postmortem so far" : "Read the postmortem"),
    h("a", {class: "button", href, download: `postmortem-${id}.md`}, "Download"));
}
