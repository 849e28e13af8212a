// While a fault is to be guessed, the whole dashboard shows what was measured and keeps to itself what the guard makes of
// it: else the first look at any page would give the answer away.

const WAITING = "The guard's answer is hidden until you have guessed.";
// An incident may begin with a symptom that is a little older than what was noted as its cause.
const SLACK_MS = 10_000;

let since = null;

/** From now on answers about what began at this instant or later are hidden; null shows them again. */
export function hideSince(instant) {
  since = instant === null ? null : new Date(instant) - SLACK_MS;
}

function hides(one) {
  return since !== null && one && (one.open || new Date(one.onset) >= since);
}

/** The state as a player may see it. */
export function hidden(state) {
  if (since === null) {
    return state;
  }
  const {incident, banner} = state;
  return {
    ...state,
    banner: banner.incident ? {...banner, headline: "Something is wrong: what is it?", detail: WAITING, owner: null, fix: null} : banner,
    incident: hiddenIncident(incident),
    incidents: state.incidents.map(line => hides(line) ? {...line, cause: null, subject: null, owner: null} : line),
  };
}

/** An incident as a player may see it. */
export function hiddenIncident(incident) {
  return hides(incident) ? {...incident, cause: null, ruledOut: [], undecided: [],
    timeline: incident.timeline.filter(({kind}) => kind !== "cause" && kind !== "revised")} : incident;
}
