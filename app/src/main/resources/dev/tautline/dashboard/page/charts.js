/* global uPlot */
import {h, show} from "./dom.js";
import {clock, digits, millis} from "./words.js";

const KEPT = 600;
// A line may join neighbours only: what lies between was not seen.
const NEIGHBOURS_SECONDS = 3;
const CHARTS = [
  {id: "requests", title: "Requests per second", format: value => `${digits(value)}/s`},
  {id: "p95", title: "Slowest 5 % of requests, from (p95)", format: millis},
  {id: "connections", title: "Connections in use", format: digits, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]},
  {id: "roundTrip", title: "Round trip to the server", format: millis},
];
// Lines are told apart by their dashes, too.
const DASHES = [[], [8, 4], [2, 3], [12, 4, 2, 4], [5, 2], [1, 5]];
const SYNC = uPlot.sync("time");

const times = [];
const columns = new Map();
const drawn = new Map();
let changes = [];

/** Takes in `/api/history`: the columns as they are. */
export function restore({epochSeconds, series}) {
  times.length = 0;
  columns.clear();
  const entries = Object.entries(series);
  epochSeconds.forEach((second, row) =>
    append(second, Object.fromEntries(entries.map(([name, values]) => [name, values[row]]))));
  draw();
}

/** Takes in one second. */
export function add({epochSecond, values}, marks) {
  changes = marks;
  if (times.length === 0 || epochSecond > times.at(-1)) {
    append(epochSecond, values);
  }
  draw();
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

/** The values of one series, oldest first, null where there was none. */
export function series(name) {
  return columns.get(name) ?? [];
}

function draw() {
  CHARTS.forEach(chart => drawOne(chart));
  showChanges();
}

function drawOne(chart) {
  const names = [...columns.keys()].filter(name => name.startsWith(`${chart.id}/`)).sort();
  const key = names.join(" ");
  let present = drawn.get(chart.id);
  if (!present || present.key !== key) {
    present = build(chart, names, key, present);
    drawn.set(chart.id, present);
  }
  present.plot?.setData([times, ...names.map(name => columns.get(name))]);
  legend(chart, names, present);
}

function build(chart, names, key, former) {
  former?.plot?.destroy();
  const root = former?.root ?? document.getElementById("charts").appendChild(h("figure", {class: "panel chart"},
    h("figcaption", {}, chart.title), h("div", {class: "canvas", role: "img"}), h("ul", {class: "legend"})));
  const canvas = root.querySelector(".canvas");
  const present = {key, root, canvas, plot: null};
  if (names.length > 0) {
    present.plot = new uPlot(options(chart, names, canvas, present), [times, ...names.map(name => columns.get(name))], canvas);
  }
  if (!former) {
    new ResizeObserver(() => drawn.get(chart.id)?.plot?.setSize(size(canvas))).observe(canvas);
  }
  return present;
}

function options(chart, names, canvas, present) {
  const axis = {
    stroke: color("--muted"), grid: {stroke: color("--rule"), width: 1}, ticks: {show: false},
    font: "12px system-ui, sans-serif",
  };
  return {
    ...size(canvas),
    legend: {show: false},
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    cursor: {sync: {key: SYNC.key}, points: {size: 7}, drag: {x: false, y: false}},
    scales: {x: {range: (plot, min, max) => [Math.min(min, max - 120), max]},
      y: {range: (plot, min, max) => [0, Math.max(max * 1.12, Number.MIN_VALUE, max === 0 ? 1 : 0)]}},
    axes: [{...axis, size: 26, space: 52, values: (plot, splits) => splits.map(second => clock(second * 1000).slice(0, second % 60 ? 8 : 5))},
      {...axis, size: 62, space: 30, incrs: chart.incrs, values: (plot, splits) => splits.map(value => chart.format(value))}],
    series: [{}, ...names.map((name, i) => ({
      label: name, stroke: color(`--series-${i % DASHES.length}`), dash: DASHES[i % DASHES.length],
      width: 1.75, points: {show: false}, spanGaps: false,
    }))],
    hooks: {draw: [markChanges], setCursor: [() => legend(chart, names, present)]},
  };
}

/** A vertical line for each change, with a small flag at its top. */
function markChanges(plot) {
  const {ctx, bbox} = plot;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = color("--change");
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const change of changes) {
    const x = Math.round(plot.valToPos(new Date(change.at) / 1000, "x", true));
    if (x >= bbox.left && x <= bbox.left + bbox.width) {
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x + 8 * devicePixelRatio, bbox.top + 4 * devicePixelRatio);
      ctx.lineTo(x, bbox.top + 8 * devicePixelRatio);
      ctx.fill();
    }
  }
  ctx.restore();
}

/** Values under the cursor, or the last ones. */
function legend(chart, names, {root, canvas, plot}) {
  const at = plot?.cursor.idx ?? times.length - 1;
  const entries = names.map(name => [name.slice(chart.id.length + 1), columns.get(name)[at] ?? null]);
  const words = ([subject, value]) => `${subject} ${value === null ? "–" : chart.format(value)}`;
  const label = names.length === 0 ? `${chart.title}: nothing seen yet` : `${chart.title}: ${entries.map(words).join(", ")}`;
  if (canvas.getAttribute("aria-label") !== label) {
    canvas.setAttribute("aria-label", label);
  }
  show(root.querySelector(".legend"), names.length === 0 ? h("li", {}, "nothing seen yet") : entries.map(([subject, value], i) =>
    h("li", {}, h("svg", {viewBox: "0 0 26 4", class: `swatch series-${i % DASHES.length}`, "aria-hidden": "true"},
      h("line", {x1: 0, y1: 2, x2: 26, y2: 2, "stroke-dasharray": DASHES[i % DASHES.length].join(" ") || null})),
    h("span", {}, subject), h("strong", {}, value === null ? "–" : chart.format(value)))));
}

function showChanges() {
  show(document.getElementById("changes"), changes.length === 0 ? null : h("div", {class: "panel changes"},
    h("h3", {}, h("span", {"aria-hidden": "true"}, "▸ "), "Changes"),
    h("ul", {}, [...changes].reverse().slice(0, 12).map(change =>
      h("li", {}, h("time", {datetime: change.at}, clock(change.at)), h("span", {}, change.words))))));
}

function size(canvas) {
  return {width: Math.max(200, canvas.clientWidth), height: 176};
}

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawn.forEach(present => { present.key = null; });
  draw();
});
