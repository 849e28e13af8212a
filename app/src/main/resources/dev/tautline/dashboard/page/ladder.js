import {h} from "./dom.js";
import {micros, team} from "./words.js";

export const STATUS = {
  reached: ["●", "reached"], failing: ["✕", "failing"], unknown: ["?", "not seen"],
  well: ["●", "well"], suffering: ["▲", "suffering"], silent: ["?", "silent"],
};
const STEP = {passed: "passed", failed: "failed", skipped: "not tried", waiting: "not tried yet"};
const KNOT = 11;

/** The mark and the word of a status. */
export function status(name) {
  const [mark, word] = STATUS[name];
  return h("span", {class: `status ${name}`}, h("span", {"aria-hidden": "true"}, mark), ` ${word}`);
}

/** All steps, each with its knot and its time. */
export function ladder(steps) {
  return h("ol", {class: "ladder"}, steps.map(({step, status: how, tookMicros, words}) =>
    h("li", {class: `step ${how}`, title: words},
      h("span", {class: "knot", "aria-hidden": "true"}, how === "failed" ? "✕" : ""),
      h("span", {class: "step-name"}, step),
      h("span", {class: "step-time"}, tookMicros === null ? STEP[how] : micros(tookMicros),
        h("span", {class: "spoken"}, ` ${STEP[how]}: ${words}`)))));
}

/** The same on one line of a table: knots only, and the name of the step that fails. */
export function line(steps) {
  const failed = steps.find(({status: how}) => how === "failed");
  const width = (steps.length - 1) * KNOT + 8;
  return h("span", {class: "mini"},
    h("svg", {viewBox: `0 0 ${width} 10`, width, height: 10, "aria-hidden": "true"},
      steps.slice(1).map(({status: how}, i) => h("line", {class: `mini-${how}`, x1: 4 + i * KNOT, y1: 5, x2: 4 + (i + 1) * KNOT, y2: 5})),
      steps.map(({status: how}, i) => how === "failed"
        ? h("rect", {class: "mini-failed", x: i * KNOT, y: 1, width: 8, height: 8, rx: 1.5})
        : h("circle", {class: `mini-${how}`, cx: 4 + i * KNOT, cy: 5, r: 2.8}))),
    failed && h("strong", {class: "alarm"}, failed.step),
    h("span", {class: "spoken"}, failed ? " fails" : steps.every(({status: how}) => how === "passed") ? "all steps pass" : "not climbed yet"));
}

/** Milliseconds of all steps together, null when one did not pass. */
export function total(steps) {
  return steps.every(({status: how}) => how === "passed") ? steps.reduce((sum, {tookMicros}) => sum + tookMicros, 0) / 1000 : null;
}

/** Where the time of a new connection goes: one bar, a part for each step. */
export function waterfall(steps) {
  const timed = steps.filter(({tookMicros}) => tookMicros > 0);
  const sum = timed.reduce((all, {tookMicros}) => all + tookMicros, 0);
  if (sum === 0) {
    return null;
  }
  let x = 0;
  const [longest] = [...timed].sort((a, b) => b.tookMicros - a.tookMicros);
  return h("div", {class: "waterfall"},
    h("svg", {viewBox: "0 0 1000 10", preserveAspectRatio: "none", "aria-hidden": "true"}, timed.map(({tookMicros}, i) => {
      const width = 1000 * tookMicros / sum;
      x += width;
      return h("rect", {class: `part-${i % 6}`, x: x - width, y: 0, width: Math.max(0.5, width - 1.5), height: 10});
    })),
    h("p", {class: "usual"}, `A new connection takes ${micros(sum)}; ${Math.round(100 * longest.tookMicros / sum)} % of it is ${longest.step}.`));
}

export function failure({failure: f, formerAddress}) {
  return f && h("div", {class: "failure"},
    h("p", {class: "failure-words"}, h("strong", {}, `Fails at ${f.step}: `), f.words, " ", h("code", {}, f.code)),
    h("p", {}, f.cause),
    formerAddress && h("p", {}, `But ${formerAddress}.`),
    h("dl", {class: "facts small"},
      h("div", {class: "fact"}, h("dt", {}, "Who can mend it"), h("dd", {}, team(f.owner))),
      h("div", {class: "fact"}, h("dt", {}, "How"), h("dd", {}, f.fix)),
      h("div", {class: "fact"}, h("dt", {}, "Next command"), h("dd", {}, h("code", {}, f.next))),
      h("div", {class: "fact"}, h("dt", {}, "All about it"), h("dd", {}, h("code", {}, `taut explain ${f.kind}`)))));
}
