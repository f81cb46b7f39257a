// The drawing: its bodies and lines by what they stand for, and how they are marked.

const stage = document.querySelector("#diagram .scroll");
let svg = stage && stage.querySelector("svg");
const drawn = new Map();
const extents = new Map(); // how far the drawing of each body reaches
const drawnLines = [];
const badges = [];

// How a relation is drawn: as it is, or as an end of it that is further from being in force.
function drawnStatus(each) {
  // The drawing of every day shows what has ended as it was.
  if (each.status === "ended" && !svg.classList.contains("ever")) return each.status;
  const found = [each.status, each.below.status, each.above.status];
  return ["proposed", "shadow"].find((status) => found.includes(status)) || (each.status === "ended" ? "active" : each.status);
}

function readPicture() {
  for (const text of svg.querySelectorAll("[textLength]")) text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  for (const group of svg.querySelectorAll(".gg-body")) {
    const body = bodyById.get(group.dataset.id);
    if (body) drawn.set(body, group);
  }
  for (const [body, group] of drawn) extents.set(body, group.getBBox());
  const byKey = new Map();
  for (const each of relations) {
    if (each.below && each.above) gather(byKey, [each.below.id, each.above.id, each.kind.id, drawnStatus(each)].join(" "), each);
  }
  for (const group of svg.querySelectorAll(".gg-line, .gg-rim, .gg-scope")) {
    const { from, to, kind, status } = group.dataset;
    const key = [from, to, kind, status].join(" ");
    drawnLines.push({ group, key, meant: byKey.get(key) || [], from: bodyById.get(from), to: bodyById.get(to), kind });
  }
  for (const group of svg.querySelectorAll(".gg-finding")) {
    const { finding, from, to, kind, status } = group.dataset;
    badges.push({ group, number: Number(finding), body: bodyById.get(group.dataset.body), key: [from, to, kind, status].join(" "), box: null });
  }
}

// Show only some bodies and lines plainly; everything when given nothing.
function narrow(shown, lines = new Set()) {
  svg.classList.toggle("narrowed", Boolean(shown));
  const kept = new Set(shown || []);
  for (const [body, group] of drawn) group.classList.toggle("on", kept.has(body));
  for (const line of drawnLines) {
    line.group.classList.toggle("on", line.meant.some((each) => lines.has(each)));
  }
  for (const badge of badges) badge.group.classList.toggle("on", kept.has(badge.body));
  raise();
}

let raised = [];

// What is shown plainly lies upon what is faint, though both run along one way.
function raise() {
  for (const { group, place } of raised) place.replaceWith(group);
  const first = svg.querySelector(".gg-body");
  const narrowed = svg.classList.contains("narrowed");
  const plain = drawnLines.filter(({ group: { classList } }) => !classList.contains("faint") && (!narrowed || classList.contains("on")));
  raised = (plain.length < drawnLines.length ? plain : []).map(({ group }) => {
    const place = document.createComment("");
    group.before(place);
    return { group, place };
  });
  for (const { group } of raised) first.before(group);
}

const highlight = (found) => { chosen = null; ring(chosenRing, null); narrow(found); };

function newRing(kind) {
  const rect = newPart("rect", `ring ${kind}`);
  rect.setAttribute("rx", "7");
  svg.querySelector(".gg-body").parentNode.append(rect);
  return rect;
}

let chosenRing, focusRing;

function ring(rect, body) {
  const group = body && drawn.get(body);
  rect.classList.toggle("shown", Boolean(group));
  if (!group) return;
  const box = extents.get(body);
  const shift = shifts.get(body) || { x: 0, y: 0 };
  const by = rect === focusRing && body === chosen ? 9 : 4;
  const sides = { x: box.x + shift.x - by, y: box.y + shift.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
  for (const [side, length] of Object.entries(sides)) rect.setAttribute(side, length);
}
