import {logOut, session} from "./api.js";
import {showBanner, showLife} from "./banner.js";
import {add, restore} from "./recent.js";
import {get} from "./api.js";
import {h, show} from "./dom.js";
import {follow} from "./live.js";
import * as configuration from "./configuration.js";
import * as findings from "./findings.js";
import * as gameDay from "./game-day.js";
import {hidden, hideSince} from "./hide.js";
import * as incident from "./incident.js";
import * as incidents from "./incidents.js";
import * as instance from "./instance.js";
import * as login from "./login.js";
import * as silences from "./silences.js";
import * as overview from "./overview.js";
import * as target from "./target.js";

const PAGES = [
  [/^$/, overview], [/^targets\/([^/]+)$/, target], [/^instances\/([^/]+)$/, instance],
  [/^incidents$/, incidents], [/^incidents?\/([\w-]+)$/, incident],
  [/^configuration(?:\/([^/]+)\/([^/]+))?$/, configuration], [/^findings$/, findings], [/^silences$/, silences],
  [/^game-day$/, gameDay],
];
const TABS = [["", "Overview"], ["incidents", "Incidents"], ["configuration", "Configuration"], ["findings", "Findings"],
  ["silences", "Silences"]];
const GAME_DAY = ["game-day", "Game day"];

const root = document.getElementById("page");
const nav = document.getElementById("nav");
const account = document.getElementById("account");
let page = null;
let pages = TABS;
let told = null;
let latest = null;
let life = {alive: false, connected: false, lastAt: null, silentMs: null};
let following = null;

function place() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  return {path, query: new URLSearchParams(query)};
}

/** Turns to the page that the address names; `moved` when a person went there. */
function turn(moved) {
  const {path, query} = place();
  if (path === "page") {
    root.focus();
    return;
  }
  const [pattern, module] = PAGES.find(([known]) => known.test(path)) ?? [/^/, overview];
  const parts = (pattern.exec(path) ?? []).slice(1).map(part => part && decodeURIComponent(part));
  page?.close?.();
  document.body.dataset.page = module === overview ? "overview" : "inner";
  page = module.open(root, parts, query, begin);
  showNav(path);
  update();
  if (moved) {
    scrollTo(0, 0);
    root.focus({preventScroll: true});
  }
}

function showNav(path) {
  const tab = path.startsWith("incident") ? "incidents" : path.split("/")[0];
  show(nav, h("ul", {}, pages.map(([name, words]) => h("li", {}, h("a", {href: `#/${name}`,
    "aria-current": name === tab || (name === "" && ["targets", "instances"].includes(tab)) ? "page" : null},
    words, name === "incidents" && latest?.incident ? h("span", {class: "badge"}, "1 open") : null)))));
}

function update() {
  if (latest) {
    page?.update?.(latest);
  }
}

function showState(state) {
  told = state;
  latest = hidden(state);
  add(state.sample, state.changes);
  showNav(place().path);
  update();
}

/** What is to be guessed is hidden, and shown again when it is known. */
function keepSecret() {
  const since = gameDay.secretSince();
  const words = since ?? "";
  if (document.body.dataset.secret !== words) {
    document.body.dataset.secret = words;
    hideSince(since);
    latest = told && hidden(told);
    update();
    showAlive(life);
  }
}

/** After a gap the charts are taken anew: what was missed is in the history. */
async function catchUp() {
  try {
    restore(await get("api/history"));
    update();
  } catch {
    // What is missing now is asked for with the next connection.
  }
}

function showAlive(now) {
  life = now;
  showLife(life);
  if (latest) {
    showBanner(latest, life);
  }
}

async function begin() {
  const who = await session();
  document.body.dataset.login = who.open || who.loggedIn ? "done" : "needed";
  showAccount(who);
  if (!who.open && !who.loggedIn) {
    following?.();
    following = null;
    page?.close?.();
    page = login.open(root, begin);
    return;
  }
  document.body.dataset.operator = who.scopes.includes("operate") ? "yes" : "no";
  pages = who.gameDay ? [...TABS, GAME_DAY] : TABS;
  following ??= followAll(who);
  turn(false);
}

function followAll(who) {
  const stops = [follow({onState: showState, onConnect: catchUp, onLife: showAlive})];
  if (who.gameDay) {
    stops.push(gameDay.follow(keepSecret));
  }
  return () => stops.forEach(stop => stop());
}

function showAccount({loggedIn, name}) {
  const leave = h("button", {type: "button", class: "quiet"}, "Log out");
  leave.addEventListener("click", async () => {
    await logOut();
    latest = null;
    begin();
  });
  account.replaceChildren(...loggedIn ? [h("span", {class: "who"}, name), leave] : []);
}

// Until it is known who asks, no page is drawn: begin() draws the one that the address names by then.
addEventListener("hashchange", () => following && turn(true));
addEventListener("logged-out", begin);
begin();
