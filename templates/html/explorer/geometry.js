// Where everything on the drawing stands, read back from it when it is first laid anew.

let measured = null;

function measure() {
  if (measured) return measured;
  const boxes = new Map();
  for (const [body, group] of drawn) {
    const [x0, y0, x1, y1] = group.dataset.box.split(/[\s,]+/).map(Number);
    boxes.set(body, { x0, y0, x1, y1 });
  }
  const lines = new Map();
  for (const { group, from, to, key } of drawnLines) {
    if (!group.classList.contains("gg-line") || !boxes.has(from) || !boxes.has(to)) continue;
    const corners = readWay(group.querySelector("path").getAttribute("d"));
    lines.set(key, { key, from, to, corners, way: corners, groups: [], ends: endsOf(corners, from, to, boxes) });
  }
  for (const { group, key } of drawnLines) {
    const line = lines.get(key);
    if (line && !group.classList.contains("gg-scope")) line.groups.push({ group, parts: partsOf(group, line) });
  }
  const labels = drawnLines.filter(({ group, key }) => group.classList.contains("gg-scope") && lines.has(key))
    .map(({ group, key }) => ({ group, line: lines.get(key), box: boxOf(group) }));
  for (const badge of badges) badge.box = boxOf(badge.group);
  const areas = [...svg.querySelectorAll(".gg-area")].map((group) => areaOf(group, boxes));
  measured = { boxes, lines: [...lines.values()], labels, areas, bands: bandsOf(), origin: originOf() };
  return measured;
}

// The corners of a path whose corners are rounded: each is where its curve is drawn towards.
function readWay(path) {
  const corners = [];
  let x = 0, y = 0, fresh = false;
  for (const [, letter, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const given = (rest.match(/-?\d*\.?\d+/g) || []).map(Number);
    const kind = letter.toUpperCase();
    const [left, top] = letter === kind ? [0, 0] : [x, y];
    if (kind === "M") { corners.push([given[0], given[1]]); }
    if (kind === "Q") { corners.push([given[0] + left, given[1] + top]); }
    if (kind === "H") x = given[0] + left;
    else if (kind === "V") y = given[0] + top;
    else if (given.length) { x = given.at(-2) + left; y = given.at(-1) + top; }
    fresh = kind !== "M";
  }
  if (fresh) corners.push([x, y]);
  return corners;
}

const REACH = 16; // how far from its body a line may end, for the mark between them

// The body at either end of a way, or none where it runs into another line.
function endsOf(corners, from, to, boxes) {
  return [corners[0], corners.at(-1)].map(([x, y]) => {
    const away = (body) => {
      const { x0, y0, x1, y1 } = boxes.get(body);
      return Math.max(x0 - x, x - x1, 0) + Math.max(y0 - y, y - y1, 0);
    };
    const body = away(from) <= away(to) ? from : to;
    return away(body) <= REACH ? body : null;
  });
}

// What is drawn of a line: paths that follow its way, and marks that stand at a place on it.
function partsOf(group, line) {
  return [...group.children].filter((part) => part.tagName !== "title").map((element) => {
    const path = element.tagName === "path" ? element.getAttribute("d") : "";
    if (path && (path.match(/M/g).length === 1) && readWay(path).length === line.corners.length) return { element, path };
    const { x0, y0, x1, y1 } = boxOf(element);
    return { element, at: [(x0 + x1) / 2, (y0 + y1) / 2] };
  });
}

function boxOf(element) {
  const { x, y, width, height } = element.getBBox();
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

// An area: its outline, how much air is within it, and what it holds.
function areaOf(group, boxes) {
  const [outline, ...label] = group.querySelectorAll("rect, text");
  const [x, y, width, height] = ["x", "y", "width", "height"].map((side) => Number(outline.getAttribute(side)));
  const held = [...boxes.keys()].filter((body) => body.area === group.dataset.area &&
    boxes.get(body).x0 >= x && boxes.get(body).x1 <= x + width);
  const above = Math.min(...held.map((body) => boxes.get(body).y0)) - y;
  const below = y + height - Math.max(...held.map((body) => boxes.get(body).y1));
  return { group, outline, label, held, x0: x, x1: x + width, y0: y, y1: y + height, above, below };
}

const STRIP = 20; // nothing wider is the strip of a band

// The bands of the tiers: each its ground, its strip and the words along that. Where bodies have no
// tier there is no ground.
function bandsOf() {
  const bands = [];
  for (const element of svg.querySelectorAll(".gg-tiers > *")) {
    const last = bands.at(-1);
    const side = (name) => Number(element.getAttribute(name));
    if (element.tagName === "text") last.words.push({ element, place: element.getAttribute("transform"), width: element.getBBox().width });
    else if (side("width") > STRIP) bands.push({ ground: element, strip: null, x: 0, words: [], y0: side("y"), height: side("height") });
    else if (last && !last.strip) Object.assign(last, { strip: element, x: side("x") });
    else bands.push({ ground: null, strip: element, x: side("x"), words: [], y0: side("y"), height: side("height") });
  }
  return bands;
}

function originOf() {
  const [x, y] = svg.querySelector(".gg-drawing").getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { x, y };
}
