// Small trees of elements, and how a tree on the page becomes another one without losing focus, selection or what a
// reader has unfolded: only what differs is touched.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "path", "rect", "circle", "line", "polyline"]);

/** An element: `h("p", {class: "x"}, "text", child, [more])`. Null and false children are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Makes the children of `parent` those that are given. */
export function show(parent, ...children) {
  const wanted = document.createElement("div");
  wanted.append(...children.flat(Infinity).filter(Boolean));
  morphChildren(parent, wanted);
}

function morphChildren(parent, wanted) {
  const present = [...parent.childNodes];
  const next = [...wanted.childNodes];
  next.forEach((node, i) => {
    if (i >= present.length) {
      parent.append(node);
    } else if (alike(present[i], node)) {
      morph(present[i], node);
    } else {
      present[i].replaceWith(node);
    }
  });
  present.slice(next.length).forEach(node => node.remove());
}

function alike(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName
    && (one.nodeType !== Node.ELEMENT_NODE || one.getAttribute("data-key") === other.getAttribute("data-key"));
}

function morph(present, wanted) {
  if (present.nodeType !== Node.ELEMENT_NODE) {
    if (present.data !== wanted.data) {
      present.data = wanted.data;
    }
    return;
  }
  for (const {name} of [...present.attributes]) {
    // What a reader has unfolded stays unfolded.
    if (!wanted.hasAttribute(name) && name !== "open") {
      present.removeAttribute(name);
    }
  }
  for (const {name, value} of wanted.attributes) {
    if (present.getAttribute(name) !== value) {
      present.setAttribute(name, value);
    }
  }
  morphChildren(present, wanted);
}
