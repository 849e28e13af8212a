import {showBanner, showLife} from "./banner.js";
import {add, restore, series} from "./charts.js";
import {showIncident, showIncidents} from "./incident.js";
import {showInstances} from "./instances.js";
import {follow} from "./live.js";
import {showTargets} from "./targets.js";

let latest = null;
let life = {alive: false, connected: false, lastAt: null, silentMs: null};

function showState(state) {
  latest = state;
  add(state.sample, state.changes);
  showTargets(state);
  showInstances(state, series);
  showIncidents(state);
  showIncident(state);
}

/** After a gap the charts are taken anew: what was missed is in the history. */
async function catchUp() {
  const answer = await fetch("api/history");
  if (answer.ok) {
    restore(await answer.json());
    if (latest) {
      showInstances(latest, series);
    }
  }
}

function showAlive(now) {
  life = now;
  showLife(life);
  if (latest) {
    showBanner(latest, life);
  }
}

async function turnTo() {
  if (latest) {
    await showIncident(latest);
    if (location.hash.startsWith("#incident/")) {
      document.getElementById("incident").focus();
    }
  }
}

addEventListener("hashchange", turnTo);
follow({onState: showState, onConnect: catchUp, onLife: showAlive});
