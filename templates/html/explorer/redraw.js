// Draws what is shown at its new places, and the whole sheet as it was.

const ROUNDING = 5;
const ABOUT = 24; // of air round the picture, and the width of the strip of the tiers

const gone = new Set(); // bodies of the drawing that are not shown
const shifts = new Map(); // how far each body stands from its place on the sheet
let laid = null; // the size of the picture, once it is laid anew

const isShown = (body) => drawn.has(body) && !gone.has(body);

// Shows only these bodies and lines, laid anew; the whole sheet when given nothing.
function layOut(shown, isLine = (_) => true) {
  const all = measure();
  const kept = shown && new Set(shown);
  gone.clear();
  shifts.clear();
  for (const body of drawn.keys()) if (kept && !kept.has(body)) gone.add(body);
  svg.classList.toggle("laid", Boolean(kept));
  for (const [body, group] of drawn) group.classList.toggle("gone", gone.has(body));
  for (const casing of svg.querySelectorAll(".laid-casing, .more")) casing.remove();
  const lines = all.lines.filter((line) => !kept || (kept.has(line.from) && kept.has(line.to) && isLine(line)));
  const there = new Set(lines);
  for (const line of all.lines) for (const { group } of line.groups) group.classList.toggle("gone", !there.has(line));
  for (const { group, line } of all.labels) group.classList.toggle("gone", !there.has(line));
  if (kept) putDown(all, kept, lines);
  else restore(all);
  for (const badge of badges) placeBadge(badge, all);
}

function putDown(all, kept, lines) {
  const labels = all.labels.filter(({ line }) => lines.includes(line));
  const areas = all.areas.flatMap((area) => {
    const held = area.held.filter((body) => kept.has(body)).map((body) => all.boxes.get(body));
    if (!held.length) return [];
    return [{ area, x0: area.x0, x1: area.x1, y0: Math.min(...held.map(({ y0 }) => y0)) - area.above, y1: Math.max(...held.map(({ y1 }) => y1)) + area.below }];
  });
  const { across, down } = compact(kept, lines, labels, areas, all.boxes);
  const left = Math.min(...across.all.map(({ x }) => x)) - 2 * ABOUT;
  const right = Math.max(...across.all.map(({ x, width }) => x + width)) + ABOUT;
  const top = Math.min(...across.all.map(({ y0 }) => down(y0))) - ABOUT;
  const foot = Math.max(...across.all.map(({ y1 }) => down(y1))) + ABOUT;
  const to = { x: (x) => x - left, y: (y) => down(y) - top };
  laid = { width: right - left, height: foot - top };
  for (const [body, thing] of across.body) {
    const box = all.boxes.get(body);
    shifts.set(body, { x: to.x(thing.x) - box.x0, y: to.y(box.y0) - box.y0 });
    moveBy(drawn.get(body), shifts.get(body));
  }
  for (const line of lines) leadLine(line, across.anchors.get(line), to);
  for (const label of labels) moveBy(label.group, { x: to.x(across.words.get(label).x) - label.box.x0, y: to.y(label.box.y0) - label.box.y0 });
  for (const { group } of all.areas) group.classList.add("gone");
  for (const area of areas) outline(area, across.walls.get(area), to);
  for (const band of all.bands) stretchBand(band, all, kept, to);
  change(svg.querySelector(".gg-drawing"), { transform: "" });
  caseCrossings(lines);
}

// Every attribute that is changed is remembered as the sheet had it.
const onSheet = new Map();

function change(element, sides) {
  if (!onSheet.has(element)) onSheet.set(element, new Map());
  for (const [side, to] of Object.entries(sides)) {
    const known = onSheet.get(element);
    if (!known.has(side)) known.set(side, element.getAttribute(side));
    element.setAttribute(side, typeof to === "number" ? to.toFixed(1) : to);
  }
}

function restore(all) {
  for (const [element, known] of onSheet) {
    for (const [side, was] of known) {
      if (was === null) element.removeAttribute(side); else element.setAttribute(side, was);
    }
  }
  for (const { group } of all.areas) group.classList.remove("gone");
  for (const element of svg.querySelectorAll(".gg-tiers > .gone")) element.classList.remove("gone");
  laid = null;
}

function moveBy(element, { x, y }) {
  change(element, { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
}

function leadLine(line, anchors, to) {
  line.way = line.corners.map(([x, y], number) => {
    const anchor = anchors[number];
    return [anchor ? to.x(anchor.thing.x + anchor.by) : x, to.y(y)];
  });
  const path = writeWay(line.way);
  for (const { parts } of line.groups) {
    for (const { element, path: old, at } of parts) {
      if (old) change(element, { d: path });
      else moveBy(element, markShift(line, at));
    }
  }
}

// A mark goes with the end of the line that it stands at, or else with the piece that it stands on.
function markShift({ corners, way }, [x, y]) {
  const away = (at) => Math.hypot(at[0] - x, at[1] - y);
  const end = away(corners[0]) < away(corners.at(-1)) ? 0 : corners.length - 1;
  if (away(corners[end]) <= REACH) return { x: way[end][0] - corners[end][0], y: way[end][1] - corners[end][1] };
  const middle = (corner, number) => [(corner[number - 1][0] + corner[number][0]) / 2, (corner[number - 1][1] + corner[number][1]) / 2];
  const [number] = corners.slice(1).map((_, place) => place + 1).sort((one, other) => away(middle(corners, one)) - away(middle(corners, other)));
  const [was, is] = [middle(corners, number), middle(way, number)];
  return { x: is[0] - was[0], y: is[1] - was[1] };
}

// A way with its corners rounded, without those that have come to lie in a straight piece.
function writeWay(way) {
  const corners = [];
  for (const [x, y] of way) {
    const [before, last] = corners.slice(-2);
    if (last && Math.hypot(last[0] - x, last[1] - y) < NEAR && corners.length > 1) { corners.pop(); }
    else if (before && last && [0, 1].some((side) => Math.abs(before[side] - last[side]) < NEAR && Math.abs(last[side] - [x, y][side]) < NEAR)) corners.pop();
    corners.push([x, y]);
  }
  const pair = (at) => `${at[0].toFixed(1)} ${at[1].toFixed(1)}`;
  const toward = (at, other) => {
    const long = Math.hypot(other[0] - at[0], other[1] - at[1]);
    const share = Math.min(ROUNDING, long / 2) / (long || 1);
    return at.map((place, side) => place + (other[side] - place) * share);
  };
  const turns = corners.slice(1, -1).map((corner, number) => `L${pair(toward(corner, corners[number]))}Q${pair(corner)} ${pair(toward(corner, corners[number + 2]))}`);
  return `M${pair(corners[0])}${turns.join("")}L${pair(corners.at(-1))}`;
}

function outline({ area, y0, y1 }, { left, right }, to) {
  area.group.classList.remove("gone");
  const [x, y] = [to.x(left.x), to.y(y0)];
  const sides = { x, y, width: Math.max(to.x(right.x) - x, 1), height: to.y(y1) - y };
  change(area.outline, sides);
  for (const part of area.label) moveBy(part, { x: x + sides.width - area.x1, y: y - area.y0 });
}

// A band stays where one of its bodies is shown, as high as these need it.
function stretchBand({ ground, strip, words, y0, height, x }, { boxes, origin }, kept, to) {
  const first = y0 - origin.y;
  const held = [...kept].some((body) => {
    const middle = (boxes.get(body).y0 + boxes.get(body).y1) / 2;
    return middle >= first && middle < first + height;
  });
  const [top, foot] = [to.y(first), to.y(first + height)];
  for (const part of [ground, strip]) if (part) part.classList.toggle("gone", !held);
  if (ground) change(ground, { x: 0, y: top, width: laid.width, height: Math.max(foot - top, 1) });
  change(strip, { x: 0, y: top, height: Math.max(foot - top, 1) });
  for (const { element, place, width } of words) {
    const [at] = place.match(/-?[\d.]+/g).map(Number);
    element.classList.toggle("gone", !held || width > foot - top);
    change(element, { transform: `translate(${(at - x).toFixed(1)} ${((top + foot) / 2).toFixed(1)}) rotate(-90)` });
  }
}

// A badge goes with its body, or with the line that it is about.
function placeBadge({ group, body, key, box: { x0, y0, x1, y1 } }, all) {
  const line = all.lines.find((each) => each.key === key);
  const away = line ? line.groups.some((each) => each.group.classList.contains("gone")) : gone.has(body);
  group.classList.toggle("gone", Boolean(among) || (Boolean(laid) && away));
  if (!laid || away || among) return;
  moveBy(group, line ? markShift(line, [(x0 + x1) / 2, (y0 + y1) / 2]) : shifts.get(body));
}

const PARTED = 4; // how far the white edge of a line reaches to either side of one that it crosses

// Lines that cross are parted again: the upper one has a white edge there.
function caseCrossings(lines) {
  const levels = [], uprights = [];
  for (const [depth, line] of lines.entries()) {
    for (let number = 1; number < line.way.length; number += 1) {
      const [[ax, ay], [bx, by]] = [line.way[number - 1], line.way[number]];
      if (Math.abs(ay - by) < NEAR) levels.push({ depth, at: ay, from: Math.min(ax, bx) + 1, to: Math.max(ax, bx) - 1 });
      else if (Math.abs(ax - bx) < NEAR) uprights.push({ depth, at: ax, from: Math.min(ay, by) + 1, to: Math.max(ay, by) - 1 });
    }
  }
  uprights.sort((one, other) => one.at - other.at);
  const cuts = new Map();
  for (const level of levels) {
    for (let number = firstFrom(uprights, level.from); number < uprights.length && uprights[number].at < level.to; number += 1) {
      const upright = uprights[number];
      if (level.at <= upright.from || level.at >= upright.to || level.depth === upright.depth) continue;
      const [x, y] = [upright.at, level.at];
      gather(cuts, Math.max(level.depth, upright.depth), level.depth > upright.depth
        ? `M${(x - PARTED).toFixed(1)} ${y.toFixed(1)}h${2 * PARTED}` : `M${x.toFixed(1)} ${(y - PARTED).toFixed(1)}v${2 * PARTED}`);
    }
  }
  for (const [depth, pieces] of cuts) {
    const path = newPart("path", "laid-casing");
    path.setAttribute("d", pieces.join(""));
    lines[depth].groups[0].group.before(path);
  }
}

// The place of the first piece that lies beyond a place.
function firstFrom(pieces, place) {
  let low = 0, high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].at <= place) low = middle + 1; else high = middle;
  }
  return low;
}

function newPart(name, kind) {
  const part = document.createElementNS(svg.namespaceURI, name);
  part.setAttribute("class", kind);
  return part;
}
