// The picture as it is shown, as a file of its own: SVG, or an image of it.

const LOOKS = {
  fill: "rgb(0, 0, 0)", stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none", "stroke-linecap": "butt",
  "stroke-linejoin": "miter", opacity: "1", "font-size": "", "font-weight": "400", "font-style": "normal",
  "letter-spacing": "normal", "text-anchor": "start",
};
const SHAPES = "path, rect, polygon, polyline, line, circle, ellipse, text, tspan, g, image, use";
const PNG_WIDTH = 2400;

// In the colours of paper, whatever those of the screen.
function inPaper(act) {
  const dark = byId("dark-looks");
  const { media } = dark;
  dark.media = "not all";
  try { return act(); } finally { dark.media = media; }
}

// Every look that a style sheet gives stands in the copy as an attribute: what opens it has no style sheet.
function snapshot() {
  const copy = svg.cloneNode(true);
  const shown = [...svg.querySelectorAll("*")];
  const copies = [...copy.querySelectorAll("*")];
  inPaper(() => {
    for (const [place, element] of shown.entries()) settle(element, copies[place]);
  });
  for (const gone of copy.querySelectorAll("[data-gone], .ring.focused")) gone.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...element.attributes]) {
      if (/^(class|role|tabindex|data-.*|aria-(?!labelledby).*)$/.test(name)) element.removeAttribute(name);
    }
  }
  return framed(copy);
}

function settle(element, copy) {
  if (!element.matches(SHAPES)) return;
  const style = window.getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") { copy.setAttribute("data-gone", ""); return; }
  for (const [name, usual] of Object.entries(LOOKS)) {
    if (element.matches("g") && name !== "opacity") continue;
    const value = style.getPropertyValue(name);
    if (/^font|^letter|^text/.test(name) && !element.matches("text, tspan")) continue;
    if (value === usual) copy.removeAttribute(name);
    else copy.setAttribute(name, value.replaceAll("px", ""));
  }
}

function framed(copy) {
  const [x, y, width, height] = [view.x, view.y, view.width, view.height].map((each) => each.toFixed(2));
  copy.setAttribute("xmlns", svg.namespaceURI);
  copy.setAttribute("viewBox", [x, y, width, height].join(" "));
  copy.setAttribute("width", `${width}pt`);
  copy.setAttribute("height", `${height}pt`);
  const paper = document.createElementNS(svg.namespaceURI, "rect");
  for (const [name, value] of Object.entries({ x, y, width, height, fill: "#ffffff" })) paper.setAttribute(name, value);
  const description = copy.querySelector("desc");
  if (description) description.textContent = [byId("said"), byId("filtered")].map(cellText).filter(Boolean).join(" ");
  const told = [...copy.children].findLast((each) => each.matches("title, desc"));
  if (told) told.after(paper); else copy.prepend(paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

// As many points wide as print and slides need.
async function snapshotImage() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(snapshot())}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PNG_WIDTH;
  canvas.height = Math.round(PNG_WIDTH * view.height / view.width);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
