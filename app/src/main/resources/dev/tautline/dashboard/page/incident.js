import {get, send, session} from "./api.js";
import {h, show} from "./dom.js";
import {hiddenIncident} from "./hide.js";
import {clock, count, day, digits, lasting, percent, sentence, team} from "./words.js";

const KINDS = {
  change: "change", symptom: "symptom", detected: "detected", cause: "cause named", revised: "cause revised", away: "nobody watched",
  recovered: "recovered", resolved: "resolved", acknowledged: "acknowledged", mitigated: "mitigated",
};

/** One incident: what it is, the board of hypotheses, whom it hit, and its timeline. */
export function open(root, [id]) {
  const place = h("div", {id: "incident"});
  root.replaceChildren(place);
  const problem = h("p", {class: "alarm", role: "alert"});
  root.append(problem);
  place.addEventListener("click", async event => {
    const {act} = event.target.dataset;
    if (act) {
      event.target.disabled = true;
      const {name} = await session();
      await send("POST", `api/incidents/${id}/${act}`, {by: name, words: ""}).catch(e => { problem.textContent = e.message; });
    }
  });
  let fetched = null;
  let asking = false;
  async function ask(at) {
    if (asking || (fetched && !fetched.open)) {
      return;
    }
    asking = true;
    try {
      fetched = await get(`api/incidents/${id}`);
    } catch (e) {
      fetched = {id, missing: e.message};
    }
    asking = false;
    render(place, hiddenIncident(fetched), at);
  }
  return {
    update(state) {
      if (state.incident?.id === id) {
        fetched = state.incident;
        render(place, fetched, state.at);
      } else if (fetched === null || fetched.open) {
        ask(state.at);
      }
    },
  };
}

function render(place, incident, at) {
  show(place, incident.missing
    ? [h("h1", {}, `There is no incident ${incident.id}`), h("p", {}, h("a", {href: "#/incidents"}, "All incidents"))]
    : [head(incident), numbers(incident, at), board(incident), impact(incident),
      h("section", {"aria-labelledby": "timeline-title"}, h("h2", {id: "timeline-title"}, "Timeline"),
        h("div", {class: "panel"}, timeline(incident))), postmortem(incident)]);
}

function head({id, open: isOpen, cause, onset, state, acknowledgedBy}) {
  return h("header", {class: "page-head incident-head"},
    h("p", {class: "crumb"}, h("a", {href: "#/incidents"}, "Incidents"), ` / ${day(onset)}, ${clock(onset)} UTC `, h("span", {class: "id"}, id)),
    h("h1", {}, cause ? `${cause.title} on ${cause.subject}` : "No cause is named",
      " ", h("span", {class: isOpen ? "status failing" : "status reached"}, isOpen ? "✕ open" : "● over")),
    cause && h("p", {class: "statement"}, `The cause: ${sentence(cause.statement)} `, h("span", {class: "certainty"}, cause.certain
      ? "A change, a comparison or the component itself proves it." : "The numbers fit; nothing says how it came about.")),
    cause && h("p", {class: "mend"}, h("strong", {}, `${team(cause.owner)}: `), cause.fix),
    isOpen && h("p", {class: "actions"},
      h("span", {}, state === "open" ? "Nobody has taken it yet." : `${state === "mitigated" ? "Mitigated" : "Taken"}${acknowledgedBy ? ` by ${acknowledgedBy}` : ""}.`),
      document.body.dataset.operator === "yes" && [
        state === "open" && h("button", {type: "button", class: "button", "data-act": "acknowledge"}, "Take it"),
        state !== "mitigated" && h("button", {type: "button", class: "button", "data-act": "mitigate"}, "Nobody is hit any more")]));
}

function numbers({onset, detectedAt, namedAt, resolvedAt}, at) {
  return h("dl", {class: "numbers wide"},
    number("Detected", lasting(onset, detectedAt), "after the onset"),
    number("Cause named", namedAt ? lasting(onset, namedAt) : "not yet", namedAt ? "after the onset" : ""),
    number(resolvedAt ? "Resolved" : "Lasting", lasting(onset, resolvedAt ?? at), resolvedAt ? "after the onset" : "so far"));
}

function number(name, value, note) {
  return h("div", {class: "number"}, h("dt", {}, name), h("dd", {}, value), h("dd", {class: "usual"}, note));
}

/** Every hypothesis with its numbers: what fits, what is contradicted, what could not be judged. */
function board({cause, symptoms, ruledOut, undecided}) {
  return h("section", {"aria-labelledby": "board-title"},
    h("h2", {id: "board-title"}, "Hypotheses ", h("span", {class: "aside"}, `${count((cause ? 1 : 0) + ruledOut.length + undecided.length, "was", "were")} judged`)),
    h("div", {class: "board"},
      h("section", {class: "panel supported", "aria-labelledby": "supported-title"}, h("h3", {id: "supported-title"}, h("span", {"aria-hidden": "true"}, "✓ "), "Supported"),
        cause ? [h("p", {}, h("strong", {}, cause.title), ` on ${cause.subject}`), list(cause.evidence)]
          : [h("p", {class: "empty"}, "None yet. Seen so far:"), list(symptoms)]),
      h("section", {class: "panel refuted", "aria-labelledby": "refuted-title"},
        h("h3", {id: "refuted-title"}, h("span", {"aria-hidden": "true"}, "✕ "), "Ruled out, and why ", h("span", {class: "aside"}, count(ruledOut.length, "cause", "causes"))),
        ruledOut.length === 0 ? h("p", {class: "empty"}, "None.") : h("ul", {class: "judged"}, ruledOut.map(({id, title, evidence}) =>
          h("li", {"data-key": id}, h("strong", {}, title), h("span", {class: "why"}, evidence.join("; ")))))),
      h("section", {class: "panel unknown", "aria-labelledby": "unknown-title"},
        h("h3", {id: "unknown-title"}, h("span", {"aria-hidden": "true"}, "? "), "Cannot tell ", h("span", {class: "aside"}, count(undecided.length, "cause", "causes"))),
        undecided.length === 0 ? h("p", {class: "empty"}, "None.") : h("ul", {class: "judged"}, undecided.map(({id, title, why}) =>
          h("li", {"data-key": id}, h("strong", {}, title), h("span", {class: "why"}, why)))))));
}

function list(lines) {
  return h("ul", {class: "evidence"}, lines.map(line => h("li", {}, line)));
}

function impact({impact: hit}) {
  return h("section", {"aria-labelledby": "impact-title"}, h("h2", {id: "impact-title"}, "Whom it hit"),
    h("div", {class: "panel"}, h("dl", {class: "numbers wide flat"},
      number("Users", percent(hit.shareOfVisitors), hit.visitorsSeen === 0 ? "nobody was counted"
        : `${digits(hit.visitorsAffected)} of ${digits(hit.visitorsSeen)}, worst minute`),
      number("Requests", percent(hit.shareOfRequests), hit.requests === 0 ? "none was counted" : `of ${digits(hit.requests)} since the onset`),
      number("Failed", digits(hit.failed), "ended in an error"),
      number("Slow", digits(hit.slow), "took longer than the agent's limit"),
      hit.shortfalls.filter(({missing}) => missing > 0).map(({what, usualPerMinute, taken, missing}) =>
        number(`Missing ${what}`, digits(missing), `there were ${digits(taken)}; usually ${usualPerMinute.toFixed(1)} a minute`)))));
}

function timeline({timeline: lines}) {
  return h("ol", {class: "timeline"}, lines.map(({at, kind, text}) => h("li", {class: kind},
    h("time", {datetime: at}, clock(at)), h("span", {class: "kind"}, KINDS[kind] ?? kind),
    h("span", {class: "text"}, text.replace(/^cause (named|revised): /, "")))));
}

function postmortem({id, open: isOpen}) {
  const href = `api/incidents/${id}/postmortem`;
  return h("section", {class: "postmortem", "aria-labelledby": "postmortem-title"}, h("h2", {id: "postmortem-title"}, "Postmortem"),
    h("p", {},
      h("a", {class: "button", href: `${href}?format=html`, target: "_blank", rel: "noopener"}, isOpen ? "Read the postmortem so far" : "Read the postmortem"),
      h("a", {class: "button", href, download: `postmortem-${id}.md`}, "Download Markdown"),
      h("a", {class: "button", href: `${href}?format=json`, download: `postmortem-${id}.json`}, "Download JSON")));
}
