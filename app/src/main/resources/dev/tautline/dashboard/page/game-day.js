import {get, send} from "./api.js";
import {h, show} from "./dom.js";
import {count, lasting, millis, sentence, team} from "./words.js";
import * as login from "./login.js";

const GROUPS = {path: "The way to the server", name: "Names", server: "The server", cluster: "The cluster", client: "The application",
  pooler: "The pooler", control: "Nothing: it looks like a fault and is none"};
const LOOK_MS = 1000;

let standing = null;
let listeners = [];
let timer = null;

/** When what is to be guessed struck, so that answers are to be hidden; null when nothing is. */
export function secretSince() {
  const round = standing?.round;
  return round && !round.revealed ? round.struckAt : null;
}

/** Looks each second where the game stands, and tells all who listen. Answers how to stop. */
export function follow(listener) {
  listeners.push(listener);
  timer ??= setInterval(look, LOOK_MS);
  look();
  return () => {
    clearInterval(timer);
    timer = null;
    listeners = [];
    standing = null;
  };
}

async function look() {
  try {
    tell({...await get("api/game-day"), problem: null});
  } catch (e) {
    tell({...standing ?? {round: null, rounds: [], trouble: null, guardAnswers: true}, problem: e.message});
  }
}

function tell(now) {
  standing = now;
  listeners.forEach(listener => listener(standing));
}

/** The page: begin a round, guess, compare, heal. `again` asks anew who this is. */
export function open(root, parts, query, again) {
  const said = h("p", {class: "alarm", role: "alert", id: "game-day-problem"});
  const before = h("div", {});
  const place = h("div", {id: "game-day"});
  // What is read aloud: how far the round has come, and never the clock that runs.
  const spoken = h("p", {class: "spoken", role: "status"});
  const start = h("div", {});
  const scores = h("div", {});
  root.replaceChildren(h("h1", {}, "Game day"),
    h("p", {class: "lead"}, "Something real breaks on this stage. You and the guard see the same things: who finds the cause first? ",
      "While you guess, the other pages keep the guard's answer to themselves."),
    said, spoken, place, before, start, scores);
  const operator = document.body.dataset.operator === "yes";
  let choices = null;
  let shown = null;

  async function move(path, body) {
    said.textContent = "";
    try {
      tell({...await send("POST", `api/game-day/${path}`, body), problem: null});
    } catch (e) {
      said.textContent = e.message;
    }
  }

  function draw() {
    if (standing === null || choices === null) {
      return;
    }
    const {round, rounds, problem, trouble, guardAnswers} = standing;
    const last = round ?? rounds.at(-1) ?? null;
    const words = last ? `Round ${last.number}. ${where(last)}` : "";
    if (spoken.textContent !== words) {
      spoken.textContent = words;
    }
    show(place, problem && h("p", {class: "panel empty"}, problem), trouble && h("p", {class: "alarm", "data-key": "trouble"}, trouble),
      !guardAnswers && h("p", {class: "alarm", "data-key": "silent"}, "The guard does not answer; its times are missing."),
      last && roundPanel(last, operator));
    // Forms are made once for each stage of the game: a second must not take away what somebody is choosing.
    const stage = !operator ? "look" : round === null ? "begin" : round.revealed || round.phase !== "in-force" ? "wait" : "guess";
    if (stage !== shown) {
      shown = stage;
      start.replaceChildren(...{
        look: () => [logIn(again)],
        begin: () => [beginForm(choices, move)],
        guess: () => [guessForm(choices, move)],
        wait: () => [],
      }[stage]());
    }
    show(scores, rounds.length > 0 && scoreTable(rounds));
  }

  place.addEventListener("click", event => {
    if (event.target.dataset.heal) {
      move("heal");
    }
  });
  listeners.push(draw);
  load();

  async function load() {
    try {
      choices = await get("api/game-day/choices");
      said.textContent = "";
      draw();
    } catch (e) {
      said.textContent = e.message;
      if (root.contains(said)) {
        setTimeout(load, 2 * LOOK_MS);
      }
    }
  }

  return {
    update(state) {
      show(before, standing?.round === null && state.incident && h("p", {class: "panel round in-force"},
        "The guard has an incident open. Wait until it is over: what strikes now would be the same incident to it. ",
        h("a", {href: `#/incidents/${state.incident.id}`}, "The open incident")));
    },
    close() {
      listeners = listeners.filter(one => one !== draw);
    },
  };
}

function roundPanel(round, operator) {
  const healable = operator && round.phase === "in-force";
  return h("section", {class: `panel round ${round.phase}`, "data-key": `round-${round.number}`, "aria-labelledby": "round-title"},
    h("h2", {id: "round-title"}, round.revealed ? round.fault.title : `Round ${round.number}: what is it?`),
    h("p", {}, where(round)),
    round.revealed && verdict(round),
    h("dl", {class: "numbers wide"}, times(round)),
    round.revealed && truth(round),
    healable && h("p", {class: "actions"}, h("button", {type: "button", class: round.revealed ? "button primary" : "button", "data-heal": "yes"},
      round.revealed ? "Heal it" : "Give up and heal it")));
}

function where({phase, begin, revealed}) {
  const who = {chosen: "You chose it.", surprise: "It was drawn by lot.", shell: "Somebody injected it from the shell."}[begin];
  const now = {
    injecting: "It is being injected; some faults deploy the shop anew and take half a minute.",
    "in-force": revealed ? "It is in force until it is healed." : "It is in force. Look at the other pages, then name the cause.",
    healing: "It is being healed.",
    over: "It is healed.",
  }[phase];
  return `${who} ${now}`;
}

function verdict({guess}) {
  if (!guess) {
    return null;
  }
  const words = guess.gaveUp ? "You gave up." : `You said: ${guess.cause ? guess.cause.title : "nothing is wrong with the database"}.`;
  return h("p", {class: "verdict"}, h("strong", {class: guess.right ? "status reached" : "status failing"}, guess.right ? "✓ Right" : "✕ Wrong"),
    ` ${words}`);
}

function times({struckAt, phase, lastedMillis, guess, guard, revealed}) {
  return [
    number(phase === "over" ? "Lasted" : "Since", phase === "over" ? spent(lastedMillis) : lasting(struckAt, new Date()), "from the moment it struck"),
    number("You", guess ? (guess.gaveUp ? "gave up" : spent(guess.afterMillis)) : "–", guess ? (guess.right ? "right" : "not right") : ""),
    number("The guard detected it", guard.detectedMillis !== null ? spent(guard.detectedMillis) : guard.namedMillis !== null ? "–"
      : phase === "over" ? "never" : "not yet", guard.detectedMillis === null && guard.namedMillis !== null ? "it had an incident open before" : ""),
    number("The guard named a cause", guard.namedMillis !== null ? spent(guard.namedMillis) : phase === "over" ? "never" : "not yet",
      !revealed || guard.right === null ? "" : guard.right ? "right" : "not right"),
  ];
}

function truth({fault, guard}) {
  return h("div", {class: "columns"},
    h("div", {},
      h("h3", {}, "The truth"),
      h("p", {}, h("code", {}, fault.written)),
      h("p", {}, fault.mustSpeak.length === 0 ? "Nothing is wrong with the database: nobody should be woken." : "It is to be called:"),
      h("ul", {class: "evidence"}, fault.mustSpeak.map(({title, owner}) => h("li", {}, title, " ", h("span", {class: "usual"}, team(owner))))),
      h("details", {}, h("summary", {}, "All about this fault"), pageOf(fault.page))),
    h("div", {},
      h("h3", {}, "What the guard said"),
      guard.cause ? [h("p", {}, h("strong", {}, `${guard.cause.title} on ${guard.cause.subject}`), ": ", sentence(guard.cause.statement)),
        h("ul", {class: "evidence"}, guard.cause.evidence.slice(0, 4).map(words => h("li", {}, words)))]
        : h("p", {}, guard.detectedMillis === null ? "Nothing so far." : "It saw that something is wrong, and has named no cause."),
      guard.ruledOut.length > 0 && h("details", {}, h("summary", {}, `It ruled out ${count(guard.ruledOut.length, "cause", "causes")}`),
        h("ul", {class: "chips"}, guard.ruledOut.map(title => h("li", {}, title)))),
      guard.incident && h("p", {}, h("a", {class: "button", href: `#/incidents/${guard.incident}`}, "Its incident"))));
}

/** Headings and paragraphs of a page are all that its Markdown is shown as. */
function pageOf(text) {
  return text.split(/\n{2,}/).slice(1).flatMap(block => {
    const [first, ...rest] = block.trim().split("\n");
    const plain = words => words.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
    return first.startsWith("## ") ? [h("h4", {}, plain(first.slice(3))), rest.length > 0 && h("p", {}, plain(rest.join(" ")))]
      : [h("p", {}, plain([first, ...rest].join(" ")))];
  });
}

/** A time of the game: to the tenth of a second as long as that says something. */
function spent(ms) {
  return ms < 60_000 ? millis(ms) : lasting(0, ms);
}

function number(name, value, note) {
  return h("div", {class: "number"}, h("dt", {}, name), h("dd", {}, value), h("dd", {class: "usual"}, note));
}

function logIn(again) {
  const place = h("section", {class: "game-log-in", "aria-labelledby": "play-title"},
    h("h2", {id: "play-title"}, "To play, log in"),
    h("p", {class: "lead"}, "Everybody may look on. Who breaks things is an operator; ",
      "taut up has said where the token is."));
  const form = h("div", {});
  place.append(form);
  login.open(form, again, {focus: false, level: "h3"});
  return place;
}

function beginForm({faults}, move) {
  const possible = faults.filter(one => one.obstacle === null);
  const surprise = h("button", {type: "button", class: "button primary", id: "surprise"}, "Surprise me");
  surprise.addEventListener("click", () => move("rounds", {}));
  const chosen = h("select", {id: "fault", required: true}, Object.entries(GROUPS).map(([group, words]) => {
    const some = possible.filter(one => one.group === group);
    return some.length > 0 && h("optgroup", {label: words}, some.map(({id, title}) => h("option", {value: id}, title)));
  }));
  const values = h("input", {id: "fault-values", autocomplete: "off", spellcheck: "false", "aria-describedby": "fault-parameters"});
  const known = h("ul", {class: "usual", id: "fault-parameters"});
  const tellParameters = () => known.replaceChildren(...(possible.find(({id}) => id === chosen.value)?.parameters ?? []).map(one =>
    h("li", {}, h("code", {}, `${one.name}=${one.usual}`), ` ${one.says}${one.mild === one.usual && one.severe === one.usual ? "" : ` (mild ${one.mild}, severe ${one.severe})`}`)));
  chosen.addEventListener("change", tellParameters);
  tellParameters();
  const form = h("form", {class: "panel game-form", "aria-labelledby": "chosen-title"}, h("h2", {id: "chosen-title"}, "Or choose a fault"),
    field("Fault", chosen), field("Parameters, if not the usual ones", values), known,
    h("button", {type: "submit", class: "button"}, "Inject it"));
  form.addEventListener("submit", event => {
    event.preventDefault();
    move("rounds", {fault: `${chosen.value} ${values.value}`.trim()});
  });
  const missing = faults.filter(one => one.obstacle !== null);
  return h("section", {"aria-labelledby": "begin-title"},
    h("h2", {id: "begin-title"}, "Begin a round"),
    h("div", {class: "twin"},
      h("div", {class: "panel"}, h("p", {}, `One of ${possible.length} faults strikes, and nobody says which. Let people shop for a minute first: `,
        "the guard, and you, should know what is usual."), h("p", {class: "actions"}, surprise)),
      form),
    missing.length > 0 && h("details", {class: "missing"}, h("summary", {}, `${count(missing.length, "fault", "faults")} cannot be injected here`),
      h("ul", {class: "evidence"}, missing.map(({id, title, obstacle}) => h("li", {"data-key": id}, `${title}: ${obstacle}`)))));
}

function guessForm({causes, nothingWrong}, move) {
  const owners = [...new Set(causes.map(({owner}) => owner))].sort();
  const cause = h("select", {id: "guess", required: true}, h("option", {value: ""}, "Choose a cause"),
    h("option", {value: nothingWrong}, "Nothing is wrong with the database"),
    owners.map(owner => h("optgroup", {label: team(owner)},
      causes.filter(one => one.owner === owner).map(({id, title}) => h("option", {value: id}, title)))));
  const form = h("form", {class: "panel game-form", "aria-labelledby": "guess-title"}, h("h2", {id: "guess-title"}, "Your guess"),
    field("What is the cause?", cause),
    h("p", {class: "actions"}, h("button", {type: "submit", class: "button primary"}, "That is it"),
      h("button", {type: "button", class: "button", id: "give-up"}, "I give up")));
  form.addEventListener("submit", event => {
    event.preventDefault();
    move("guess", {cause: cause.value});
  });
  form.querySelector("#give-up").addEventListener("click", () => move("guess", {cause: null}));
  return form;
}

function field(words, input) {
  return h("p", {class: "field"}, h("label", {for: input.id}, words), input);
}

function scoreTable(rounds) {
  const mark = right => right === null || right === undefined ? "" : right ? " ✓" : " ✕";
  const spoken = right => right === null || right === undefined ? null : h("span", {class: "spoken"}, right ? " right" : " wrong");
  const cell = (name, ...content) => h("td", {"data-name": name}, h("span", {class: "cell"}, content));
  const guessed = rounds.filter(({guess}) => guess && !guess.gaveUp);
  return h("section", {"aria-labelledby": "scores-title"},
    h("h2", {id: "scores-title"}, "Rounds so far", h("span", {class: "aside"},
      `you ${guessed.filter(({guess}) => guess.right).length} of ${rounds.filter(({begin}) => begin !== "chosen").length} right, `,
      `the guard ${rounds.filter(({guard}) => guard.right).length} of ${rounds.length}`)),
    h("div", {class: "panel rows"}, h("table", {"aria-label": "Rounds so far"},
      h("thead", {}, h("tr", {}, ["Round", "Fault", "You", "Your answer", "Guard detected", "Guard named", "Guard's answer"].map(name =>
        h("th", {scope: "col"}, name)))),
      h("tbody", {}, [...rounds].reverse().map(({number: no, begin, fault, guess, guard}) => h("tr", {"data-key": `score-${no}`},
        cell("Round", String(no)),
        h("th", {scope: "row"}, fault.title),
        cell("You", guess && !guess.gaveUp ? spent(guess.afterMillis) : "–"),
        cell("Your answer", begin === "chosen" ? "you chose it" : !guess || guess.gaveUp ? "gave up"
          : [`${guess.cause ? guess.cause.title : "nothing wrong"}${mark(guess.right)}`, spoken(guess.right)]),
        cell("Guard detected", guard.detectedMillis === null ? "–" : spent(guard.detectedMillis)),
        cell("Guard named", guard.namedMillis === null ? "–" : spent(guard.namedMillis)),
        cell("Guard's answer", `${guard.cause ? guard.cause.title : "none"}${mark(guard.right)}`, spoken(guard.right))))))));
}
