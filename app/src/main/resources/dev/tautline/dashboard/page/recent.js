// The last ten minutes, second by second, and who wants to know of each new one.

const KEPT = 600;
// A line may join neighbours only: what lies between was not seen.
const NEIGHBOURS_SECONDS = 3;

export const times = [];
const columns = new Map();
const listeners = new Set();
let marks = [];

/** Takes in `/api/history`: the columns as they are. */
export function restore({epochSeconds, series}) {
  times.length = 0;
  columns.clear();
  const entries = Object.entries(series);
  epochSeconds.forEach((second, row) =>
    append(second, Object.fromEntries(entries.map(([name, values]) => [name, values[row]]))));
  tell();
}

/** Takes in one second. */
export function add({epochSecond, values}, changes) {
  marks = changes;
  if (times.length === 0 || epochSecond > times.at(-1)) {
    append(epochSecond, values);
  }
  tell();
}

function append(epochSecond, values) {
  if (times.length > 0 && epochSecond - times.at(-1) > NEIGHBOURS_SECONDS) {
    times.push(times.at(-1) + 1);
    columns.forEach(column => column.push(null));
  }
  times.push(epochSecond);
  for (const name of Object.keys(values)) {
    if (!columns.has(name)) {
      columns.set(name, new Array(times.length - 1).fill(null));
    }
  }
  columns.forEach((column, name) => column.push(values[name] ?? null));
  while (times[0] <= epochSecond - KEPT) {
    times.shift();
    columns.forEach(column => column.shift());
  }
}

function tell() {
  listeners.forEach(listener => listener());
}

/** The values of one series, oldest first, null where there was none. */
export function series(name) {
  return columns.get(name) ?? [];
}

/** The names of a measure's series, in order. */
export function seriesOf(measure) {
  return [...columns.keys()].filter(name => name.startsWith(`${measure}/`)).sort();
}

export function changes() {
  return marks;
}

/** Calls `listener` after each second; answers how to stop. */
export function onSecond(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
