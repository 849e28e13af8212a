import {get, send, session} from "./api.js";
import {h, show} from "./dom.js";
import {clock, day} from "./words.js";

const LASTING = [["1", "1 hour"], ["4", "4 hours"], ["24", "1 day"], ["168", "7 days"]];

/** Whose messages are held back, until when, by whom and why. */
export function open(root) {
  const problem = h("p", {class: "alarm", role: "alert"});
  const list = h("div", {class: "silences"});
  const place = h("div", {});
  root.replaceChildren(h("h1", {}, "Silences"),
    h("p", {class: "lead"}, "A silence holds back messages of incidents that match; the incidents themselves are watched and shown as ever."),
    problem, list, place);

  async function load() {
    try {
      draw(await get("api/silences"));
      problem.textContent = "";
    } catch (e) {
      problem.textContent = e.message;
    }
  }

  function draw(silences) {
    const operator = document.body.dataset.operator === "yes";
    show(list, silences.length === 0 ? h("p", {class: "panel empty"}, "None.") : h("ul", {class: "findings"}, silences.map(one =>
      h("li", {class: "panel finding", "data-key": one.id},
        h("h2", {}, one.matchers.join(", "), " ", h("span", {class: one.holds ? "status unknown" : "usual"}, one.holds ? "holds" : "does not hold")),
        h("p", {class: "where"}, `${when(one.from)} to ${when(one.until)} · ${one.by}`),
        h("p", {}, one.why),
        operator && one.holds && h("p", {}, h("button", {type: "button", class: "quiet", "data-end": one.id}, "End it now"))))));
  }

  list.addEventListener("click", async event => {
    const id = event.target.dataset.end;
    if (id) {
      await send("DELETE", `api/silences/${id}`).catch(e => { problem.textContent = e.message; });
      load();
    }
  });
  if (document.body.dataset.operator === "yes") {
    place.replaceChildren(form(problem, load));
  } else {
    place.replaceChildren(h("p", {class: "where"}, "An operator who has logged in can set one here; so can ", h("code", {}, "taut alert silence add"), "."));
  }
  load();
  return {};
}

function form(problem, done) {
  const matchers = h("input", {id: "silence-matchers", required: true});
  const why = h("input", {id: "silence-why", required: true, maxlength: 500});
  const hours = h("select", {id: "silence-hours"}, LASTING.map(([value, words]) => h("option", {value}, words)));
  const made = h("form", {class: "panel login silence", "aria-labelledby": "silence-title"}, h("h2", {id: "silence-title"}, "A new silence"),
    field("What is silenced, such as owner=database", matchers), field("Why", why), field("For how long", hours),
    h("button", {type: "submit", class: "button primary"}, "Silence"));
  made.addEventListener("submit", async event => {
    event.preventDefault();
    const {name} = await session();
    const until = new Date(Date.now() + Number(hours.value) * 3_600_000).toISOString();
    try {
      await send("POST", "api/silences", {matchers: matchers.value.split(",").map(one => one.trim()), until, by: name, why: why.value});
      made.reset();
      done();
    } catch (e) {
      problem.textContent = e.message;
    }
  });
  return made;
}

function field(words, input) {
  return h("p", {class: "field"}, h("label", {for: input.id}, words), input);
}

function when(instant) {
  return `${day(instant).slice(0, -5)}, ${clock(instant).slice(0, 5)}`;
}
