/* global uPlot */
import {h, show} from "./dom.js";
import {clock, day} from "./words.js";

// Lines are told apart by their dashes, too.
const DASHES = [[], [8, 4], [2, 3], [12, 4, 2, 4], [5, 2], [1, 5]];
const SYNC = uPlot.sync("time");
const HEIGHT = 168;
const NEAR_PIXELS = 8;

const all = new Set();

/** A chart of some series over one time.
 *
 * `set({times, lines: [{name, values, min, max}], from, to, changes})` draws it anew; `min` and `max` are optional and
 * drawn as a band. */
export class Chart {
  constructor({title, format, incrs}) {
    this.title = title;
    this.format = format;
    this.incrs = incrs;
    this.canvas = h("div", {class: "canvas", role: "img"});
    this.list = h("ul", {class: "legend"});
    this.root = h("figure", {class: "panel chart"}, h("figcaption", {}, title), this.canvas, this.list);
    this.lines = [];
    this.changes = [];
    this.observer = new ResizeObserver(() => this.plot?.setSize(this.size()));
    this.observer.observe(this.canvas);
    all.add(this);
  }

  set(drawn) {
    Object.assign(this, drawn);
    const key = drawn.lines.map(line => `${line.name}${line.min ? "~" : ""}`).join(" ");
    if (key !== this.key || (!this.plot && drawn.lines.length > 0)) {
      this.plot?.destroy();
      this.plot = null;
      this.key = key;
      if (drawn.lines.length > 0) {
        this.plot = new uPlot(this.options(), this.data(), this.canvas);
      }
    } else {
      this.plot?.setData(this.data());
    }
    this.legend();
  }

  data() {
    return [this.times, ...this.lines.flatMap(({values, min, max}) => min ? [values, max, min] : [values])];
  }

  close() {
    this.observer.disconnect();
    this.plot?.destroy();
    all.delete(this);
  }

  redraw() {
    this.key = null;
    if (this.times) {
      this.set({});
    }
  }

  options() {
    const axis = {stroke: color("--muted"), grid: {stroke: color("--rule"), width: 1}, ticks: {show: false},
      font: "12px system-ui, sans-serif"};
    const series = [{}];
    const bands = [];
    this.lines.forEach(({name, min}, i) => {
      const stroke = color(`--series-${i % DASHES.length}`);
      series.push({label: name, stroke, dash: DASHES[i % DASHES.length], width: 1.75, points: {show: false}, spanGaps: false});
      if (min) {
        const edge = {stroke: "transparent", points: {show: false}, spanGaps: false};
        series.push({...edge, label: `${name} greatest`}, {...edge, label: `${name} least`});
        bands.push({series: [series.length - 2, series.length - 1], fill: `${stroke}2e`});
      }
    });
    return {
      ...this.size(), series, bands,
      legend: {show: false},
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      cursor: {sync: {key: SYNC.key}, points: {size: 7}, drag: {x: false, y: false}},
      scales: {x: {range: (plot, min, max) => this.from ? [this.from, this.to] : [Math.min(min, max - 120), max]},
        y: {range: (plot, min, max) => [0, Math.max(max * 1.12, Number.MIN_VALUE, max === 0 ? 1 : 0)]}},
      axes: [{...axis, size: 26, space: 58, values: (plot, splits, axisIdx, space, incr) => splits.map(second => tick(second, incr))},
        {...axis, size: 62, space: 30, incrs: this.incrs, values: (plot, splits) => splits.map(value => this.format(value))}],
      hooks: {draw: [plot => this.mark(plot)], setCursor: [() => this.legend()]},
    };
  }

  /** A vertical line for each change, with a small flag at its top. */
  mark(plot) {
    const {ctx, bbox} = plot;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color("--change");
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    for (const change of this.changes) {
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

  /** Values under the cursor, or the last ones; and the change that the cursor is on. */
  legend() {
    const {plot} = this;
    const at = plot?.cursor.idx ?? last(this.lines, this.times);
    const entries = this.lines.map(({name, values}) => [name, values[at] ?? null]);
    const words = ([name, value]) => `${name} ${value === null ? "–" : this.format(value)}`;
    const label = entries.length === 0 ? `${this.title}: nothing seen` : `${this.title}: ${entries.map(words).join(", ")}`;
    if (this.canvas.getAttribute("aria-label") !== label) {
      this.canvas.setAttribute("aria-label", label);
    }
    const under = plot && plot.cursor.left >= 0
      ? this.changes.find(change => Math.abs(plot.valToPos(new Date(change.at) / 1000, "x") - plot.cursor.left) < NEAR_PIXELS) : null;
    show(this.list, entries.length === 0 ? h("li", {}, "nothing seen in this time") : entries.map(([name, value], i) =>
      h("li", {}, h("svg", {viewBox: "0 0 26 4", class: `swatch series-${i % DASHES.length}`, "aria-hidden": "true"},
        h("line", {x1: 0, y1: 2, x2: 26, y2: 2, "stroke-dasharray": DASHES[i % DASHES.length].join(" ") || null})),
      h("span", {}, name), h("strong", {}, value === null ? "–" : this.format(value)))),
    under && h("li", {class: "under"}, h("span", {"aria-hidden": "true"}, "▸ "), under.words));
  }

  size() {
    return {width: Math.max(200, this.canvas.clientWidth), height: HEIGHT};
  }
}

function last(lines, times = []) {
  for (let at = times.length - 1; at >= 0; at--) {
    if (lines.some(({values}) => values[at] !== null && values[at] !== undefined)) {
      return at;
    }
  }
  return 0;
}

function tick(second, incr) {
  const at = second * 1000;
  if (incr >= 86400 || second % 86400 === 0) {
    return day(at).slice(0, -5);
  }
  return clock(at).slice(0, second % 60 ? 8 : 5);
}

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => all.forEach(chart => chart.redraw()));
