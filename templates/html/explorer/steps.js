// Looking at a part: each step shows less or more, the picture is laid anew, and a trail leads back.

let among = null; // the bodies that a day or a comparison lets the picture show
let steps = []; // [what, id, up, down], the last one the latest

const isUpward = (each) => (each.kind.account || each.kind.id === "part_of") && each.below && each.above;

// What a body has to do with others on the picture, as far as it is there from the standpoint.
let around;

function readNeighbours() {
  around = { up: new Map(), down: new Map(), all: new Map() };
  for (const each of relations) {
    if (!isThere(each) || !drawn.has(each.below) || !drawn.has(each.above)) continue;
    gather(around.all, each.below, each.above);
    gather(around.all, each.above, each.below);
    if (!isUpward(each)) continue;
    gather(around.up, each.below, each.above);
    gather(around.down, each.above, each.below);
  }
}

const neighbours = (body) => around.all.get(body) || [];

// Everyone at most so many steps away.
function within(body, links, most) {
  const found = new Set([body]);
  let edge = [body];
  for (let step = 0; step < most && edge.length; step += 1) {
    const next = new Set();
    for (const each of edge) for (const other of links.get(each) || []) if (!found.has(other)) { found.add(other); next.add(other); }
    edge = [...next];
  }
  return found;
}

// Those below a body who hang on it alone.
function hangOn(body, shown) {
  const below = within(body, around.down, Infinity);
  let kept = true;
  while (kept) {
    kept = false;
    for (const each of below) {
      const held = (around.up.get(each) || []).some((other) => shown.has(other) && !below.has(other));
      if (each !== body && held) { below.delete(each); kept = true; }
    }
  }
  below.delete(body);
  return below;
}

const doing = {
  only: (_, body, up, down) => new Set([
    ...within(body, around.up, up), ...within(body, around.down, down), ...neighbours(body).filter((other) => !isAlong(body, other)),
  ]),
  hide: (shown, body) => { shown.delete(body); return shown; },
  expand: (shown, body) => new Set([...shown, body, ...neighbours(body)]),
  collapse: (shown, body) => {
    const hanging = hangOn(body, shown);
    return new Set([...shown].filter((each) => !hanging.has(each)));
  },
};

const isAlong = (body, other) => [around.up, around.down].some((links) => (links.get(body) || []).includes(other));

// The bodies that all steps together show.
function shownBy(taken) {
  const all = among || [...drawn.keys()];
  let shown = new Set(all);
  for (const [what, id, up, down] of taken) {
    const body = bodyById.get(id);
    if (what === "view") shown = new Set(views[id].bodies);
    else if (drawn.has(body)) shown = doing[what](shown, body, up, down);
  }
  return new Set(all.filter((body) => shown.has(body)));
}

function takeStep(what, body, up = 1, down = 1) {
  const step = what === "only" ? [what, body.id, up, down] : [what, body.id];
  goTo([...steps, step], body);
}

// Shows what these steps show, with a body kept where it is on the screen.
function goTo(taken, body = chosen) {
  const at = body && isShown(body) ? middleOf(body) : null;
  steps = taken;
  showSteps();
  if (chosen && !isShown(chosen)) choose(null);
  keepPlace(at, body);
  writeAddress();
  announce(say.part(drawn.size - gone.size, gone.size, steps.length ? nameStep(steps.at(-1)) : ""));
}

function showSteps() {
  if (!around) readNeighbours();
  const held = new Set(drawnLines.filter(({ meant }) => meant.some((each) => isThere(each) || compared?.was.lines.has(each))).map(({ key }) => key));
  const part = Boolean(steps.length || among);
  layOut(part ? shownBy(steps) : null, ({ key }) => !among || held.has(key));
  if (part) for (const body of drawn.keys()) if (isShown(body)) tellHidden(body);
  sheet = part ? [0, 0, laid.width, laid.height] : ownSheet;
  if (chosen) ring(chosenRing, chosen);
  ring(focusRing, null);
  showTrail();
  offerActs();
}

const nameStep = (step) => (step[0] === "view" ? views[step[1]].name : say.step(step));

// The trail: the whole picture, and every step that led from it to what is shown.
function showTrail() {
  const trail = byId("trail");
  trail.hidden = !steps.length;
  const crumbs = [say.wholePicture, ...steps.map(nameStep)];
  trail.querySelector("ol").replaceChildren(...crumbs.map((text, place) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    if (place === steps.length) button.setAttribute("aria-current", "step");
    button.addEventListener("click", () => {
      goTo(steps.slice(0, place));
      byId(steps.length ? "trail" : "find").querySelector?.("[aria-current]")?.focus();
    });
    item.append(button);
    return item;
  }));
}

// What can be done with the body chosen.
function offerActs() {
  const acts = byId("acts");
  acts.hidden = !chosen || !drawn.has(chosen);
  if (acts.hidden) return;
  if (!around) readNeighbours();
  const can = {
    only: true,
    hide: isShown(chosen),
    expand: neighbours(chosen).some((each) => gone.has(each) && isOffered(each)),
    collapse: [...hangOn(chosen, new Set([...drawn.keys()].filter(isShown)))].some(isShown),
  };
  for (const button of acts.querySelectorAll("[data-act]")) button.disabled = !can[button.dataset.act];
}

const isOffered = (body) => !among || among.includes(body);

function startSteps() {
  for (const button of byId("acts").querySelectorAll("[data-act]")) {
    button.addEventListener("click", () => act(button.dataset.act, chosen));
  }
}

function act(what, body) {
  if (!body) return;
  const far = (name) => Number(byId(`steps-${name}`).value) || Infinity;
  if (what === "only") takeStep(what, body, far("up"), far("down"));
  else takeStep(what, body);
}

const tellSteps = () =>
  (steps.length ? [`view=${steps.map((step) => step.map((each) => encodeURIComponent(each)).join(",")).join(";")}`] : []);

// The steps as the address tells them; what makes no sense is passed over.
function readSteps(text) {
  const told = text.split(";").map((part) => part.split(",").map(decode))
    .filter(([what, id]) => (what === "view" ? views[Number(id)] : Object.hasOwn(doing, what) && bodyById.has(id)))
    .map(([what, id, up, down]) => (what === "view" ? [what, Number(id)] : what === "only" ? [what, id, far(up), far(down)] : [what, id]));
  if (JSON.stringify(told) === JSON.stringify(steps)) return;
  steps = told;
  showSteps();
  keepPlace(null, bodyById.get(steps.at(-1)?.[1]));
}

const far = (text) => (text === "Infinity" ? Infinity : Math.max(Math.trunc(Number(text)) || 0, 0));
