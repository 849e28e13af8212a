import {get} from "./api.js";
import {Chart} from "./chart.js";
import {h, show} from "./dom.js";
import {changes, onSecond, series, times} from "./recent.js";
import {clock, day} from "./words.js";

const RANGES = [["10m", "10 min", 600], ["1h", "1 h", 3600], ["6h", "6 h", 21_600], ["24h", "24 h", 86_400],
  ["7d", "7 days", 604_800], ["30d", "30 days", 2_592_000]];
const REFRESH_MS = 15_000;
const MOST_CHANGES = 14;

/** Charts of one subject over a time that the reader chooses.
 *
 * @param wanted `[{title, format, incrs, lines: [[label, series name]]}]`
 * @param mine which changes are drawn
 * @param range the one to begin with, as in the address */
export function charts(root, wanted, mine, range) {
  const drawn = wanted.map(one => ({...one, chart: new Chart(one)}));
  const picker = h("div", {class: "ranges", role: "group", "aria-label": "Time shown"});
  const listed = h("div", {});
  root.replaceChildren(picker, h("div", {class: "charts"}, drawn.map(({chart}) => chart.root)), listed);
  let present = RANGES.find(([id]) => id === range) ?? RANGES[0];
  let timer = null;
  let asked = 0;

  function choose(next) {
    present = next;
    picker.replaceChildren(...RANGES.map(one => button(one, one === present, () => choose(one))));
    clearInterval(timer);
    timer = present[0] === "10m" ? null : setInterval(load, REFRESH_MS);
    draw();
    load();
    picker.querySelector("[aria-pressed=true]").scrollIntoView?.({block: "nearest"});
  }

  function draw() {
    if (present[0] !== "10m") {
      return;
    }
    const marks = changes().filter(mine);
    drawn.forEach(({chart, lines}) => chart.set({times, from: null, to: null, changes: marks,
      lines: lines.map(([name, from]) => ({name, values: series(from)})).filter(({values}) => values.length === times.length && times.length > 0)}));
    list(marks);
  }

  async function load() {
    if (present[0] === "10m") {
      return;
    }
    const mark = ++asked;
    const to = new Date();
    const from = new Date(to - present[2] * 1000);
    const span = `from=${from.toISOString()}&to=${to.toISOString()}`;
    const answers = await Promise.all([get(`api/changes?${span}`),
      ...drawn.map(({lines}) => get(`api/series/points?${lines.map(([, name]) => `name=${encodeURIComponent(name)}`).join("&")}&${span}`))])
      .catch(() => null);
    if (answers === null || mark !== asked) {
      return;
    }
    const [told, ...points] = answers;
    const marks = told.filter(mine);
    drawn.forEach(({chart, lines}, i) => chart.set({...aligned(lines, points[i].series), changes: marks,
      from: from / 1000, to: to / 1000}));
    list(marks);
  }

  function list(marks) {
    show(listed, marks.length === 0 ? h("p", {class: "empty changes-none"}, "No change was seen in this time.")
      : h("div", {class: "panel changes"}, h("h3", {}, h("span", {"aria-hidden": "true"}, "▸ "), "Changes"),
        h("ul", {}, [...marks].reverse().slice(0, MOST_CHANGES).map(change => h("li", {},
          h("time", {datetime: change.at}, present[2] > 86_400 ? `${day(change.at).slice(0, -5)} ${clock(change.at).slice(0, 5)}` : clock(change.at)),
          h("span", {}, change.words))))));
  }

  const stop = onSecond(draw);
  choose(present);
  return () => {
    stop();
    clearInterval(timer);
    asked = -1;
    drawn.forEach(({chart}) => chart.close());
  };
}

function button([id, words], pressed, choose) {
  const made = h("button", {type: "button", "aria-pressed": String(pressed), "data-range": id}, words);
  made.addEventListener("click", choose);
  return made;
}

/** Several series on one row of times: what one has and another lacks is a hole only where it is one. */
function aligned(lines, given) {
  const known = lines.map(([name, from]) => ({name, points: given[from]})).filter(({points}) => points.epochSeconds.length > 0);
  const [first] = known;
  if (known.length === 0) {
    return {times: [], lines: []};
  }
  if (known.every(({points}) => points.epochSeconds.length === first.points.epochSeconds.length
    && points.epochSeconds.every((second, i) => second === first.points.epochSeconds[i]))) {
    return {times: first.points.epochSeconds, lines: known.map(({name, points}) => line(name, points))};
  }
  const tables = known.map(({points}) => [points.epochSeconds, points.mean, points.max, points.min]);
  const [joined, ...columns] = uPlot.join(tables, tables.map(() => [1, 1, 1]));
  return {times: joined, lines: known.map(({name}, i) =>
    ({name, values: columns[3 * i], max: columns[3 * i + 1], min: columns[3 * i + 2]}))};
}

function line(name, {mean, min, max}) {
  return {name, values: mean, min, max};
}
