// A line of the picture under the pointer or in focus: what it is, between whom, on whose word.

const ROUND_POINTER = [[0, 0], [0, 5], [0, -5], [5, 0], [-5, 0]];

let toldRows = new Map();
let toldGroup = null;
let waits = 0;

function startTold() {
  const rows = [...document.querySelectorAll("#relations tbody tr")];
  const lines = data.lines.map((place) => relations[place]);
  const others = relations.filter((each) => !lines.includes(each));
  toldRows = new Map([...lines, ...others].map((each, place) => [each, rows[place]]));
  stage.addEventListener("pointermove", (event) => pointAt(lineNear(event), event));
  stage.addEventListener("pointerleave", () => pointAt(null));
  stage.addEventListener("click", (event) => { if (dragged < 6) tellLine(lineNear(event), event); });
  stage.addEventListener("focusin", (event) => {
    const group = event.target.closest(LINES);
    if (group) tellLine(group, middleOfLine(group));
  });
  stage.addEventListener("focusout", () => tellLine(null));
  stage.addEventListener("keydown", walkLines);
  byId("told").addEventListener("pointerenter", () => window.clearTimeout(waits));
  byId("told").addEventListener("pointerleave", () => pointAt(null));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") tellLine(null); });
}

const LINES = ".gg-line, .gg-rim, .gg-scope";

const nameLines = () => { for (const { group } of drawnLines) nameLine(group); };

// Its words as its name, in place of a title that the browser would show beside ours.
function nameLine(group) {
  const title = group.querySelector("title");
  const line = drawnLines.find((each) => each.group === group);
  group.setAttribute("aria-label", line.meant.length ? line.meant.map((each) => sentence(each)).join("; ") : title && title.textContent);
  group.setAttribute("role", "img");
  group.setAttribute("tabindex", "-1");
  if (title) title.remove();
}

// A line is thin: whatever is within a few points of it counts as on it.
function lineNear({ clientX, clientY }) {
  for (const [x, y] of ROUND_POINTER) {
    const found = document.elementFromPoint(clientX + x, clientY + y);
    const group = found && svg.contains(found) && found.closest(`${LINES}, .gg-body, .gg-finding`);
    if (group) return group.matches(LINES) ? group : null;
  }
  return null;
}

function middleOfLine(group) {
  const box = group.getBoundingClientRect();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
}

// Whoever moves on to read what is told has the time to.
function pointAt(group, event) {
  if (group === toldGroup) { if (group) window.clearTimeout(waits); return; }
  window.clearTimeout(waits);
  if (group) tellLine(group, event);
  else waits = setTimeout(() => tellLine(null), 250);
}

function tellLine(group, at) {
  const told = byId("told");
  if (toldGroup) toldGroup.classList.remove("pointed");
  const line = group && drawnLines.find((each) => each.group === group);
  toldGroup = line ? group : null;
  told.hidden = !line || !line.meant.length;
  if (told.hidden) return;
  group.classList.add("pointed");
  told.replaceChildren(...line.meant.flatMap(tellRelation));
  const frame = stage.getBoundingClientRect();
  const place = (where, length, room) => Math.max(4, Math.min(where + 14, room - length - 4));
  told.style.left = `${place(at.clientX - frame.left, told.offsetWidth, frame.width)}px`;
  const below = at.clientY - frame.top;
  const high = told.offsetHeight;
  told.style.top = `${below + 14 + high < frame.height ? below + 14 : Math.max(4, below - 14 - high)}px`;
}

const sentence = (each) => `${each.below.name} ${each.kind.reads} ${each.above.name}`;

function tellRelation(each) {
  const row = toldRows.get(each);
  if (!row) return [paragraph("strong", `${sentence(each)}.`)];
  const [, , to, status] = row.cells;
  const said = [paragraph("strong", `${each.below.name} ${each.kind.reads} ${cellText(to)}.`)];
  const [known, source] = [...row.cells].slice(-2);
  const missing = presence(each);
  said.push(paragraph("", [
    `${cellText(known)}.`, `${cellText(status)}.`,
    missing !== "holds" && !isOwn() && `Does not count on the day chosen: ${missing}.`,
  ].filter(Boolean).join(" ")));
  said.push(...onWhoseWord(source));
  return said;
}

// The title of each source with the place in it, and its words.
function onWhoseWord(cell) {
  const said = [];
  for (const node of cell.childNodes) {
    if (node.nodeName === "A") {
      const title = document.querySelector(`${node.hash} cite`).textContent;
      const at = cellText(node).replace(/^\[\d+\] ?/, "");
      said.push(paragraph("", at ? `${title}, ${at}` : title));
    } else if (node.nodeName === "Q") said.at(-1).append(": ", node.cloneNode(true));
  }
  return said.length ? said : [paragraph("", say.noSource)];
}

function paragraph(kind, text) {
  const element = document.createElement("p");
  if (kind) {
    const inner = document.createElement(kind);
    inner.append(text);
    element.append(inner);
  } else element.append(text);
  return element;
}

// From a body in focus: L to its lines, one after another, and back to the body.
function walkLines(event) {
  if (event.altKey || event.metaKey || event.ctrlKey) return;
  const group = event.target.closest(`${LINES}, .gg-body`);
  if (!group) return;
  if (group.matches(".gg-body")) {
    if (event.key.toLowerCase() === "l") { event.preventDefault(); focusLine(bodyById.get(group.dataset.id), 0); }
    return;
  }
  const back = ["Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter"].includes(event.key);
  if (!back && event.key.toLowerCase() !== "l") return;
  event.preventDefault();
  event.stopPropagation();
  const at = linesOf(stop).findIndex((each) => each.group === group);
  if (back) { tellLine(null); drawn.get(stop).focus({ preventScroll: true }); }
  else focusLine(stop, at + (event.shiftKey ? -1 : 1));
}

// Each once, though some are drawn in parts.
function linesOf(body) {
  const found = drawnLines.filter((each) => (each.from === body || each.to === body) && each.meant.length && !each.group.matches(".off, .gone"));
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

function focusLine(body, place) {
  const all = linesOf(body);
  if (all.length) all.at(place % all.length).group.focus({ preventScroll: true });
}
