// A body of a large structure, drawn by itself: whom it answers to, who answers to it, its links.

const MOST_IN_ROW = 60;

let chosen = null;

const highlight = (..._) => {};

// Whatever matches can be had as a list.
const offerAll = (found, close) => (
  found.length ? [offer(say.listFound(found.length), close, () => ask({ name: byId("find").value }))] : []
);

// Each body is drawn by itself: there is no part of a picture to tell of.
const tellSteps = () => [];
const readSteps = (..._) => {};
const tellBefore = () => [];
const readBefore = (..._) => {};

function announce(text) {
  byId("said").textContent = text;
}

function choose(body) {
  chosen = body;
  const drawing = byId("drawing");
  drawing.replaceChildren();
  byId("links").replaceChildren();
  byId("links-heading").hidden = true;
  if (!body) { announce(say.choose); return; }
  if (!upward) countLines();
  const above = reach(body, upward, "above");
  const below = reach(body, downward, "below");
  for (const level of levels(body).reverse()) drawing.append(row(level), arrow());
  drawing.append(row([body]));
  const direct = subordinates(body);
  if (direct.length) drawing.append(arrow(), row(direct));
  const lines = new Set([...above.used, ...below.used]);
  const ties = relations.filter((each) => (each.below === body || each.above === body) && isThere(each) && !lines.has(each));
  byId("links").replaceChildren(...ties.map(link));
  byId("links-heading").hidden = !ties.length;
  announce(say.body(body, above.found, below.found, ties.length));
}

// Those above, a row for each number of steps; a body stands in the first row it comes to.
function levels(body) {
  const found = [];
  const seen = new Set([body]);
  let level = [body];
  while (level.length) {
    level = [...new Set(level.flatMap(superiors))].filter((each) => !seen.has(each));
    for (const each of level) seen.add(each);
    if (level.length) found.push(level);
  }
  return found;
}

function row(all) {
  const list = document.createElement("ul");
  list.className = "row";
  const fill = (some) => list.replaceChildren(...some.map((body) => item(box(body))));
  fill(all.slice(0, MOST_IN_ROW));
  if (all.length > MOST_IN_ROW) {
    const more = document.createElement("button");
    more.type = "button";
    more.textContent = say.showAll(all.length);
    more.addEventListener("click", () => { fill(all); list.querySelector("button").focus(); });
    list.append(item(more));
  }
  return list;
}

function item(content) {
  const element = document.createElement("li");
  element.append(content);
  return element;
}

function box(body) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = body === chosen ? "box me" : "box";
  if (body === chosen) button.setAttribute("aria-current", "true");
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = [body.kind, body.area].filter(Boolean).join(", ");
  const missing = presence(body);
  button.append(kind, body.name, missing === "holds" ? "" : ` (${missing})`);
  button.addEventListener("click", () => show(body));
  return button;
}

function arrow() {
  const element = document.createElement("p");
  element.className = "arrow";
  element.textContent = say.answersTo;
  return element;
}

function link(relation) {
  const outward = relation.below === chosen;
  const said = document.createElement("span");
  said.textContent = outward ? ` ${say.it(relation.kind.reads)} ` : ` ${relation.kind.reads} it`;
  const other = box(outward ? relation.above : relation.below);
  const element = document.createElement("li");
  element.append(...(outward ? [said, other] : [other, said]));
  return element;
}

function show(body) {
  byId("diagram").scrollIntoView();
  choose(body);
  const me = byId("drawing").querySelector(".me");
  if (me) me.focus();
  writeAddress();
}

// What the picture, its words and the list say from another standpoint.
function showStandpoint() {
  choose(chosen);
  const note = byId("standpoint");
  note.hidden = isOwn();
  note.textContent = isOwn() ? "" : say.standpointOfList(bodies.filter(holds).length);
  renewList();
}
