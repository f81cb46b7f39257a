// The keyboard in the picture: one stop for Tab, arrows from body to body.

let stop = null;
let order = [];

function startWalking() {
  svg.setAttribute("role", "group");
  const [title] = svg.getAttribute("aria-labelledby").split(" ");
  svg.setAttribute("aria-labelledby", title);
  svg.setAttribute("aria-describedby", "keys");
  order = [...drawn.keys()].map((body) => [...place(body), body])
    .sort(([x, y], [otherX, otherY]) => y - otherY || x - otherX).map(([, , body]) => body);
  nameLines();
  if (order.length) rove(order[0]);
  if (svg.dataset.walked) return;
  svg.dataset.walked = "yes";
  for (const [body, group] of drawn) {
    group.setAttribute("role", "button");
    group.setAttribute("aria-pressed", "false");
    group.setAttribute("aria-label", lettering(group) || body.name);
    const title = group.querySelector("title");
    if (title) title.remove();
    for (const text of group.querySelectorAll("text")) text.after(" ");
    group.setAttribute("tabindex", body === stop ? "0" : "-1");
    group.addEventListener("keydown", (event) => press(event, body));
    group.addEventListener("focus", () => { rove(body); if (group.matches(":focus-visible")) ring(focusRing, body); bringNear(body, false); });
    group.addEventListener("blur", () => ring(focusRing, null));
  }
}

// What is written in a box is its name, so that whoever speaks to the page says what it shows.
const lettering = (group) => [...group.querySelectorAll("text")].map(cellText).filter(Boolean).join(" ");

// A click shows a chain; a second one goes in, wherever the first has moved the picture to.
let clicked = null;

function click(event) {
  if (dragged >= 6) return;
  if (event.detail === 2 && clicked) { goIn(clicked); return; }
  clicked = bodyById.get(event.target.closest(".gg-body")?.dataset.id);
  if (clicked) { rove(clicked); toggle(clicked); }
}

function goIn(body) {
  if (chosen !== body) choose(body);
  act("only", body);
}

function openSearch(event) {
  const idle = document.activeElement === document.body && stage.matches(":hover");
  if (event.key !== " " || event.altKey || event.metaKey || event.ctrlKey || !(idle || svg.contains(event.target))) return;
  event.preventDefault();
  byId("find").focus();
  byId("find").select();
}

function place(body) {
  const box = extents.get(body);
  return [Math.round(box.x + box.width / 2), Math.round((box.y + box.height / 2) / 12)];
}

function rove(body) {
  if (stop) drawn.get(stop).setAttribute("tabindex", "-1");
  if (drawn.has(body)) stop = body;
  if (stop) drawn.get(stop).setAttribute("tabindex", "0");
}

function toggle(body) {
  choose(chosen === body ? null : body);
  writeAddress();
}

// The one above by a line of account, or else the one that it is part of; likewise below.
const above = (body) => superiors(body).find(isShown) || part(body, "below", "above")[0];

function beneath(body) {
  const found = subordinates(body).length ? subordinates(body) : part(body, "above", "below");
  return order.filter((each) => found.includes(each) && isShown(each));
}

const part = (body, mine, theirs) =>
  relations.filter((each) => each.kind.id === "part_of" && each[mine] === body && isThere(each))
    .map((each) => each[theirs]).filter(isShown);

function beside(body, step) {
  const head = above(body);
  const row = head ? beneath(head) : order.filter((each) => isShown(each) && !above(each));
  const all = row.includes(body) ? row : order.filter(isShown);
  return all[all.indexOf(body) + step];
}

function press(event, body) {
  if (event.altKey || event.metaKey || event.ctrlKey) return;
  const moves = {
    ArrowUp: () => above(body),
    ArrowDown: () => beneath(body)[0],
    ArrowLeft: () => beside(body, -1),
    ArrowRight: () => beside(body, 1),
    Home: () => order.find(isShown),
    End: () => order.findLast(isShown),
  };
  const does = {
    Enter: () => toggle(body),
    Escape: () => { choose(null); writeAddress(); },
    o: () => goIn(body),
    h: () => act("hide", body),
    e: () => act("expand", body),
    c: () => act("collapse", body),
    Backspace: () => { if (steps.length) goTo(steps.slice(0, -1), body); },
    "+": () => zoomBy("in"),
    "=": () => zoomBy("in"),
    "-": () => zoomBy("out"),
    0: () => zoomBy("whole"),
  };
  const [move, doIt] = [moves[event.key], does[event.key]];
  if (!move && !doIt) return;
  event.preventDefault();
  if (doIt) { doIt(); if (isShown(body)) bringNear(body, ["+", "=", "-"].includes(event.key)); return; }
  const next = move();
  if (next) drawn.get(next).focus({ preventScroll: true });
}
