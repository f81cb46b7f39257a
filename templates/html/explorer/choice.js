// Choosing a body: its chain upward, everyone below, its other relations, in picture and words.

let chosen = null;

// What matches is shown in the picture, and need not be listed.
const offerAll = (..._) => [];

function choose(body) {
  chosen = body;
  for (const [each, group] of drawn) group.setAttribute("aria-pressed", String(each === body));
  ring(chosenRing, body);
  offerActs();
  tellFiltered();
  if (!body) {
    narrow(null);
    showPanel(null);
    announce(say.choose);
    return;
  }
  const above = reach(body, upward, "above");
  const below = reach(body, downward, "below");
  const lines = new Set([...above.used, ...below.used]);
  const ties = relations.filter((each) => (each.below === body || each.above === body) && isThere(each) && !lines.has(each));
  const near = ties.flatMap((each) => [each.below, each.above]);
  const chain = [body, ...above.found, ...below.found];
  narrow([...chain, ...near], new Set([...lines, ...ties]));
  announce(say.body(body, above.found, below.found, ties.length));
  showPanel(body);
  if (isShown(body)) fit(chain);
}

function announce(text) {
  byId("said").textContent = text;
}

// Choose a body and lead the reader to it.
function show(body) {
  byId("diagram").scrollIntoView({ block: "nearest" });
  if (gone.has(body)) goTo([], body);
  choose(body);
  bringNear(body, true);
  rove(body);
  const group = drawn.get(body);
  if (group) group.focus({ preventScroll: true });
  writeAddress();
}

// What the picture and its words say from another standpoint, or held against one.
function showStandpoint() {
  const other = !isOwn() || Boolean(before);
  const at = chosen && isShown(chosen) ? middleOf(chosen) : null;
  usePicture(other && everyDay ? everyDay : ownDrawing);
  compare();
  among = other ? [...drawn.keys()].filter((body) => holds(body) || (compared && compared.was.there.has(body))) : null;
  around = null;
  showSteps();
  markFates();
  keepPlace(at, chosen);
  if (chosen && !isShown(chosen)) chosen = null;
  choose(chosen);
  const note = byId("standpoint");
  note.hidden = isOwn();
  note.textContent = isOwn() ? "" : say.standpoint(bodies.filter(holds).length);
}
