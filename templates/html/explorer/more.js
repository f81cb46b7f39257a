// How many neighbours of a body are hidden: a small button on its edge, which brings them back.

const MORE_HIGH = 15;

function tellHidden(body) {
  const hidden = [...new Set(neighbours(body))].filter((each) => gone.has(each) && isOffered(each));
  if (!hidden.length) return;
  const { x0, y0, x1, y1 } = measure().boxes.get(body);
  const text = `+${hidden.length}`;
  const width = 10 + 7 * text.length;
  const group = newPart("g", "more");
  const [x, y] = placeFor({ x0, y0, x1, y1 }, width, body);
  const frame = newPart("rect", "");
  for (const [side, length] of Object.entries({ x: x - width / 2, y: y - MORE_HIGH / 2, width, height: MORE_HIGH, rx: MORE_HIGH / 2 })) frame.setAttribute(side, String(length));
  const words = newPart("text", "");
  words.setAttribute("x", String(x));
  words.setAttribute("y", String(y + 3.8));
  words.textContent = text;
  group.append(frame, words);
  group.setAttribute("role", "button");
  group.setAttribute("tabindex", "-1");
  group.setAttribute("aria-label", say.more(text, hidden, body));
  moveBy(group, shifts.get(body));
  group.addEventListener("click", (event) => {
    event.stopPropagation();
    if (dragged < 6) takeStep("expand", body);
  });
  drawn.get(body).after(group);
}

// A place on the edge of the box where no line meets it and no badge sits.
function placeFor({ x0, y0, x1, y1 }, width, body) {
  const shift = shifts.get(body);
  const taken = measure().lines.filter((line) => !line.groups[0].group.classList.contains("gone"))
    .flatMap((line) => line.ends.flatMap((end, number) => (end === body ? [line.way.at(-number)] : [])))
    .map(([x, y]) => [x - shift.x, y - shift.y, 8]);
  for (const badge of badges) {
    if (badge.body !== body) continue;
    taken.push([(badge.box.x0 + badge.box.x1) / 2, (badge.box.y0 + badge.box.y1) / 2, 10]);
  }
  const free = ([x, y]) => taken.every(([left, top, by]) => Math.abs(left - x) > width / 2 + by || Math.abs(top - y) > 24);
  const places = [];
  for (const y of [y1, y0]) {
    for (let x = x1 - width / 2 - 4; x >= x0 + width / 2 + 4; x -= 6) places.push([x, y]);
  }
  return places.find(free) || [x1, (y0 + y1) / 2];
}
