// One state held against another: what came, went, moved and was lost, in the picture and as a list.

let before = null; // the state that is held fast
let compared = null; // both states, and what became of each body and relation

function startComparing() {
  byId("hold").hidden = false;
  byId("hold").addEventListener("click", () => holdFast(before ? null : { ...here, include: new Set(here.include) }));
}

function holdFast(state) {
  before = state;
  byId("hold").textContent = before ? say.stopComparing : say.compareWith;
  showStandpoint();
  writeAddress();
}

const readState = () => ({
  there: new Set(bodies.filter(holds)),
  lines: new Set(relations.filter((each) => isThere(each))),
  above: new Map(bodies.map((body) => [body, superiors(body)])),
});

function readStateOf(state) {
  const kept = here;
  here = state;
  countLines();
  const read = readState();
  here = kept;
  countLines();
  return read;
}

function compare() {
  compared = null;
  if (!before) return;
  const [was, is] = [readStateOf(before), readStateOf(here)];
  const fates = new Map(bodies.flatMap((body) => {
    const fate = fateOf(body, was, is);
    return fate ? [[body, fate]] : [];
  }));
  const apart = (one, other) => relations.filter((each) => one.lines.has(each) && !other.lines.has(each));
  compared = { was, fates, added: apart(is, was), removed: apart(was, is) };
}

const tellBefore = () =>
  (before ? [`from=${before.day}`, `fromcount=${[...before.include].sort().join("+")}`] : []);

// The state that an address compares with, or none.
function readBefore(said) {
  const state = days.includes(said.get("from")) ? { ...own, day: said.get("from"), include: readIncluded(said.get("fromcount")) } : null;
  if (state || before) holdFast(state);
}

function fateOf(body, was, is) {
  const [then, now] = [was.there.has(body), is.there.has(body)];
  if (then !== now) return now ? "added" : "removed";
  const [old, late] = [was.above.get(body), is.above.get(body)];
  if (!now || (old.length === late.length && old.every((each) => late.includes(each)))) return "";
  return old.length && !late.length && !body.apex && !body.outside ? "lost" : "moved";
}

function clearFates() {
  svg.classList.remove("comparing");
  for (const part of svg.querySelectorAll(".fate")) part.remove();
  for (const group of svg.querySelectorAll(".fated")) group.classList.remove("fated", "fate-added", "fate-removed");
}

function markFates() {
  clearFates();
  byId("changes").hidden = !compared;
  if (!compared) return;
  svg.classList.add("comparing");
  for (const [body, fate] of compared.fates) if (isShown(body)) markBody(body, fate);
  for (const { group, meant } of drawnLines) {
    const fate = meant.some((each) => compared.added.includes(each)) ? "added" : meant.some((each) => compared.removed.includes(each)) ? "removed" : "";
    if (fate) group.classList.add("fated", `fate-${fate}`);
  }
  listFates();
}

// An edge of its own and a word upon it: never by colour alone.
function markBody(body, fate) {
  const group = drawn.get(body);
  const { x0, y0, x1, y1 } = measure().boxes.get(body);
  group.classList.add("fated");
  const mark = newPart("g", `fate is-${fate}`);
  const word = say.fateWords[fate];
  const width = 12 + 6.4 * word.length;
  const put = (name, sides, text = "") => {
    const part = newPart(name, "");
    for (const [side, length] of Object.entries(sides)) part.setAttribute(side, String(length));
    part.textContent = text;
    mark.append(part);
  };
  put("rect", { x: x0 - 4, y: y0 - 4, width: x1 - x0 + 8, height: y1 - y0 + 8, rx: 6 });
  put("rect", { x: x0 + 4, y: y0 - 11, width, height: 14, rx: 3 });
  put("text", { x: x0 + 4 + width / 2, y: y0 - 0.6 }, word);
  group.append(mark);
}

function listFates() {
  const { fates, added, removed } = compared;
  const counts = {};
  for (const fate of fates.values()) counts[fate] = (counts[fate] || 0) + 1;
  byId("changes-said").textContent = say.compared(before, here, counts);
  const parts = Object.entries(say.fates).flatMap(([fate, heading]) => {
    const found = [...fates.keys()].filter((body) => fates.get(body) === fate);
    return found.length ? listed(heading, found.map(linkTo), fate) : [];
  });
  for (const [heading, found] of [[say.relationsAdded, added], [say.relationsRemoved, removed]]) {
    if (found.length) parts.push(...listed(heading, found.map(say.relation), ""));
  }
  byId("changes-list").replaceChildren(...parts);
}

function listed(heading, items, fate) {
  const title = document.createElement("h3");
  title.textContent = heading;
  title.className = fate;
  const list = document.createElement("ul");
  for (const each of items) {
    const item = document.createElement("li");
    item.append(each);
    list.append(item);
  }
  return [title, list];
}

function linkTo(body) {
  const link = document.createElement("a");
  link.href = `#body-${encodeURIComponent(body.id)}`;
  link.textContent = body.name;
  return link;
}
