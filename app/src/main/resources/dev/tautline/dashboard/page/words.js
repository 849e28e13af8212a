// Numbers and times as people read them.

export function digits(value) {
  const size = Math.abs(value);
  return size >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString("en") : value.toFixed(size < 1 ? 2 : 1);
}

export function millis(value) {
  return value >= 1000 ? `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s` : `${digits(value)} ms`;
}

export function micros(value) {
  return value < 1000 ? `${value} µs` : millis(value / 1000);
}

/** A share of 0 to 1; what is not nothing is never called 0 %. */
export function percent(share) {
  const value = 100 * share;
  return value > 0 && value < 1 ? "< 1 %" : `${Math.round(value)} %`;
}

export function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

export function clock(instant) {
  return new Date(instant).toISOString().slice(11, 19);
}

export function day(instant) {
  return new Date(instant).toLocaleDateString("en-GB", {day: "numeric", month: "short", year: "numeric", timeZone: "UTC"});
}

/** From one instant to another: `1.2 s`, `45 s`, `2 min 15 s`, `1 h 5 min`. */
export function lasting(from, to) {
  const ms = Math.max(0, new Date(to) - new Date(from));
  if (ms < 10_000) {
    return `${Number((ms / 1000).toFixed(1))} s`;
  }
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? two(minutes, "min", seconds % 60, "s") : two(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

function two(large, unit, small, smallUnit) {
  return `${large} ${unit}${small === 0 ? "" : ` ${small} ${smallUnit}`}`;
}

const TEAMS = {
  application: "Application team", database: "Database team", network: "Network team",
  security: "Security team", platform: "Platform team",
};

export function team(owner) {
  return TEAMS[owner] ?? owner;
}

/** A statement as a sentence of its own; a name keeps its small letter. */
export function sentence(text) {
  return text.endsWith(".") ? text : `${text}.`;
}

/** How long ago, in one unit: `4 min ago`, `3 days ago`. */
export function ago(then, now) {
  const seconds = Math.max(0, Math.floor((new Date(now) - new Date(then)) / 1000));
  const [size, unit] = [[86_400, "day"], [3600, "h"], [60, "min"], [1, "s"]].find(([least]) => seconds >= least) ?? [1, "s"];
  const amount = Math.floor(seconds / size);
  return `${amount} ${unit === "day" && amount !== 1 ? "days" : unit} ago`;
}

/** Since when something is as it is: the time, and the day when it is another one. */
export function since(then, now) {
  if (!then) {
    return "–";
  }
  return day(then) === day(now) ? clock(then) : `${day(then).slice(0, -5)}, ${clock(then).slice(0, 5)}`;
}
