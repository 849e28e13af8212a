import {h, show} from "./dom.js";
import {clock, day, lasting, team} from "./words.js";

const banner = document.getElementById("banner");
const facts = document.getElementById("banner-facts");
const words = document.getElementById("live-words");

/** The banner of a state. What changes each second stands outside the region that is read aloud. */
export function showBanner(state, life) {
  const {level, headline, detail} = life.alive ? state.banner : lost(state, life);
  document.body.dataset.level = level;
  document.title = `${life.alive ? "" : "(not live) "}${headline} · Tautline`;
  show(banner, h("p", {class: "headline"}, headline), h("p", {class: "detail"}, detail));
  show(facts, life.alive && state.banner.incident ? factsOf(state) : null);
}

export function showLife(life) {
  document.body.dataset.live = life.alive ? "yes" : "no";
  words.textContent = life.alive ? `live, ${clock(life.lastAt)} UTC`
    : life.lastAt === null ? (life.connected ? "waiting for the first second" : "no connection to the guard")
    : `not live, last seen ${clock(life.lastAt)} UTC`;
}

function lost(state, life) {
  return {
    level: "lost",
    headline: "No live data",
    detail: `${life.connected ? "The watch is silent" : "The connection to the guard is lost"}. What is shown below was`
      + ` seen at ${clock(state.at)} UTC on ${day(state.at)}; it said “${state.banner.headline}” then.`,
  };
}

function factsOf({at, banner: {owner, fix, since, incident}}) {
  return h("dl", {class: "facts"},
    fact("Since", `${clock(since)} UTC, for ${lasting(since, at)}`),
    owner && fact("Who can mend it", team(owner)),
    fix && fact("How to mend it", fix, "fix"),
    fact("All of it", h("a", {href: `#/incidents/${incident}`}, "Evidence and what was ruled out")));
}

function fact(name, value, kind = "") {
  return h("div", {class: `fact ${kind}`}, h("dt", {}, name), h("dd", {}, value));
}
